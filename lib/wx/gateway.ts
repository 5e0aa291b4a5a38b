/** The default gateway: PROTOCOL.md over `wx.request` and `wx.connectSocket`. */
import { createPostLogIn } from '../login/post-log-in'
import type { Gateway } from '../signalling/gateway'
import { createLink } from '../signalling/resumable-link'
import { locale } from './locale'
import { wxPostJson } from './request'
import { openWxSocket } from './socket'

/** `host` is asked for at each request and each opening. */
export const createWxGateway = (host: () => string): Gateway => ({
  logIn: createPostLogIn({ postJson: wxPostJson, url: () => `${host()}/login`, locale }),
  openLink: (context) =>
    createLink({
      ...context,
      url: () => `${host()}/signalling`.replace(/^http/, 'ws'),
      openSocket: openWxSocket,
    }),
})
