import type { WxFailure } from './wx'

const NUMBER = 600002

/** Whether WeChat refused the address because it is not in the white list of the mini program. */
export const isHostNotAllowed = ({ errno, errMsg = '' }: WxFailure): boolean =>
  errno === NUMBER || /not in domain list/i.test(errMsg)
