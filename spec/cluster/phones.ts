/** Phones of customers who may leave the line: what they allow WeChat's stand-in to send, and what has arrived. */
import { createWeChatStub } from '../../call-centre/stubs/wechat/wechat-stub'
import type { Context } from '../../lib/entries/call'
import { userIdOf } from '../../call-centre/server/wechat/identify'

const appId = 'wx4f4bc4dec97d474b'
const turn = 'TURN'
const sendPath = '/cgi-bin/message/subscribe/send'

/** Of `TCCC_WECHAT_SECRET` at each node. */
export const weChatSecret = 'the secret of the mini program'

export interface Phones {
  /** Of the call centre. */
  readonly config: object
  /** Of `wx.login`. */
  readonly code: (name: string) => string
  /** The customer allows one message, and says so. */
  readonly allow: (name: string) => Context
  /** Messages of one customer so far. */
  readonly arrived: (name: string) => number
  /** The user ID of each message. */
  readonly arrivedAt: () => readonly string[]
  /** How often the stand-in was asked to send one. */
  readonly asked: () => number
  readonly close: () => Promise<void>
}

export async function createPhones(): Promise<Phones> {
  const stub = await createWeChatStub({ appId, secret: weChatSecret, templates: [turn] })
  return {
    config: {
      wechat: { appId, apiUrl: stub.apiUrl },
      messages: { opens: 'formal', turn: { templateId: turn, data: { thing1: '{channel}' } } },
      waiting: { offerAboveMs: 2_000, callAtPlace: 1, backWithinMs: 300_000, keptForMs: 3_600_000 },
    },
    code: (name) => stub.code(name),
    allow(name) {
      stub.accept(name, turn)
      return { allowed: [turn], leave: true }
    },
    arrived: (name) => stub.messages.filter(({ openid }) => openid === name).length,
    arrivedAt: () => stub.messages.map(({ openid }) => userIdOf(appId, openid)),
    asked: () => stub.asked.filter((path) => path === sendPath).length,
    close: () => stub.close(),
  }
}
