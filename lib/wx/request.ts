import { attempt, isHostNotAllowed, type WxFailure } from './edge'
import { theWx } from './wx'

/**
 * Resolves with the HTTP status, or with the reason why no answer came (`body`: in words). A phone that never calls back
 * leaves it open: who asks sets the limit.
 */
export type PostJson = (
  url: string,
  data: object,
  header: Readonly<Record<string, string>>,
) => Promise<{ readonly status: number | 'hostNotAllowed' | 'noNetwork'; readonly body: unknown }>

const REQUEST_MS = 15_000

export const wxPostJson: PostJson = (url, data, header) =>
  new Promise((resolve) => {
    const fail = (failure: WxFailure) => {
      resolve({ status: isHostNotAllowed(failure) ? 'hostNotAllowed' : 'noNetwork', body: failure.errMsg ?? '' })
    }
    const success = ({ statusCode, data: body }: { readonly statusCode: number; readonly data: unknown }) => {
      resolve({ status: statusCode, body })
    }
    attempt(() => theWx().request({ url, method: 'POST', data, header, timeout: REQUEST_MS, success, fail }), fail)
  })
