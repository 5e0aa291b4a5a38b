/** Why the customer was interrupted, by the reasons that tccc-wx-sdk tells. Another client may tell others. */
export const INTERRUPTIONS: Readonly<Record<'en' | 'zh', Readonly<Record<string, string>>>> = {
  en: {
    audio: 'Another sound, such as an alarm, has the customer’s phone. The customer cannot hear you.',
    call: 'The customer is taking another call and cannot hear you.',
    hidden: 'The customer has left the app and may not hear you.',
    suspended: 'The customer’s phone has suspended the app. The customer cannot hear you.',
    windowClosed: 'The customer has left the app and closed its call window, and cannot hear you.',
  },
  zh: {
    audio: '客户的手机正被其他声音（如闹钟）占用，暂时听不到您。',
    call: '客户正在接听另一通电话，暂时听不到您。',
    hidden: '客户切到了后台，可能听不到您。',
    suspended: '客户的手机挂起了小程序，暂时听不到您。',
    windowClosed: '客户切到后台并关闭了通话悬浮窗，暂时听不到您。',
  },
}
