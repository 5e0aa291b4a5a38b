import type { PostJson } from '../login/post-json'
import { isHostNotAllowed } from './host-not-allowed'
import { theWx } from './wx'

const REQUEST_MS = 15_000

export const wxPostJson: PostJson = (url, data) =>
  new Promise((resolve) => {
    theWx().request({
      url,
      method: 'POST',
      data,
      timeout: REQUEST_MS,
      success: ({ statusCode, data: body }) => {
        resolve({ status: statusCode, body })
      },
      fail: (failure) => {
        const { errMsg = '' } = failure
        resolve({ status: isHostNotAllowed(failure) ? 'hostNotAllowed' : 'noNetwork', body: errMsg })
      },
    })
  })
