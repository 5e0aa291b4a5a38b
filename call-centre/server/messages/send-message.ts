import type { MessagesConfig } from '../config/centre-config'
import { WeChatFault, type Trouble } from '../wechat/trouble'
import type { WeChatAnswer } from '../wechat/wechat-api'
import type { WeChatApp } from '../wechat/wechat-app'
import type { Addresses } from './addresses'
import { messageData } from './message-data'
import type { Message, MessageResult } from './message'

/**
 * What became of one attempt. `unanswered`: it may have arrived. `later`: it has not, and may be tried again after a while;
 * `tomorrow`: likewise, when the quota of the day is there again.
 */
export type Attempted = MessageResult | 'unanswered' | 'later' | 'tomorrow'

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
    // The token may have to be fetched, before or in between: while WeChat is silent about that, nothing is sent.
    let unanswered: unknown
    const send = async (token: string): Promise<WeChatAnswer> => {
      try {
        return await wechat.askOnce({ path, query: { access_token: token }, body })
      } catch (fault) {
        if (!(fault instanceof WeChatFault) || fault.trouble === 'silence') unanswered = fault
        throw fault
      }
    }
    try {
      await wechat.withToken(send)
      return 'sent'
    } catch (fault) {
      const known = fault instanceof WeChatFault ? fault : undefined
      // The words of another fault may hold anything.
      const why = known ? known.message : (fault as Error).name
      if (!known || !everyday.includes(known.trouble)) log(`WeChat does not send the message "${kind}": ${why}`)
      if (fault === unanswered) return 'unanswered'
      return known ? outcomes[known.trouble] : 'later'
    }
  }
}

/** No line in the log. */
const everyday: readonly Trouble[] = ['silence', 'pace', 'refused']

const outcomes: Readonly<Record<Trouble, Attempted>> = {
  ...{ silence: 'later', pace: 'later', token: 'later' },
  ...{ quota: 'tomorrow', refused: 'refused' },
  ...{ setUp: 'failed', code: 'failed', blocked: 'failed' },
}
