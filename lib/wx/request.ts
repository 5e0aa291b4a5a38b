import type { PostJson } from '../login/post-json'
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
      fail: ({ errMsg = '', errno }) => {
        const hostNotAllowed = errno === 600002 || /not in domain list/i.test(errMsg)
        resolve({ status: hostNotAllowed ? 'hostNotAllowed' : 'noNetwork', body: errMsg })
      },
    })
  })
