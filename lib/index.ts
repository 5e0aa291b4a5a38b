/** `tccc-wx-sdk` for bundlers and Node: all that the component is made of, for those who build without it. */
export * from './call'
export { type Announcement, announce, type Notice, type SessionEnded } from './session/announce'
export { placeCall, type PlaceCallOptions } from './place-call'
export type { TcccWxSdk, TcccWxSdkDetails } from './tccc-wx-sdk'
export { configure, configuredSdkAppId, createWxLink, type Settings } from './wx/client'
export { wxEnvironment$ } from './wx/environment'
export { locale } from './wx/locale'
export { theWx } from './wx/wx'
