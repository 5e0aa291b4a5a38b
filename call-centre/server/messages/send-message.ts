import type { MessagesConfig } from '../config/centre-config'
import { WeChatFault } from '../wechat/trouble'
import type { WeChatApp } from '../wechat/wechat-app'
import type { Addresses } from './addresses'
import { messageData } from './message-data'
import type { Message, MessageResult } from './message'

/** What became of one attempt; `later`: it may be tried again after a while, `tomorrow`: the quota of the day is used up. */
export type Attempted = MessageResult | 'later' | 'tomorrow'

/** Tries once. Never rejects. */
export type SendMessage = (message: Pick<Message, 'userId' | 'kind' | 'words'>) => Promise<Attempted>

interface Parts {
  readonly config: MessagesConfig | undefined
  readonly wechat: WeChatApp | undefined
  readonly addresses: Pick<Addresses, 'openidOf'>
  readonly log: (line: string) => void
}

/** `POST /cgi-bin/message/subscribe/send` (发送订阅消息). */
export function createSendMessage({ config, wechat, addresses, log }: Parts): SendMessage {
  return async ({ userId, kind, words }) => {
    const [touser, template] = [addresses.openidOf(userId), config?.[kind]]
    if (!wechat || !config || !template || touser === undefined) return 'failed'
    const body = { touser, ...messageData(template, words), miniprogram_state: config.opens }
    const path = '/cgi-bin/message/subscribe/send'
    try {
      await wechat.withToken((token) => wechat.askOnce({ path, query: { access_token: token }, body }))
      return 'sent'
    } catch (fault) {
      if (!(fault instanceof WeChatFault)) throw fault
      const attempted = outcomes[fault.trouble]
      if (attempted === 'failed' || attempted === 'tomorrow') {
        log(`WeChat does not send the message "${kind}": ${fault.message}`)
      }
      return attempted
    }
  }
}

const outcomes: Readonly<Record<WeChatFault['trouble'], Attempted>> = {
  ...{ silence: 'later', pace: 'later', token: 'later' },
  ...{ quota: 'tomorrow', refused: 'refused' },
  ...{ setUp: 'failed', code: 'failed', blocked: 'failed' },
}
