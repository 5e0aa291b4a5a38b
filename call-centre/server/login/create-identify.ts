import type { Clock } from '../sessions/clock'
import type { Shelf } from '../state/shelf'
import { createWeChatIdentify } from '../wechat/identify'
import type { WeChatApp } from '../wechat/wechat-app'
import type { Identify } from './identity'
import { createLocalIdentify } from './local-identify'

interface Parts {
  readonly wechat: WeChatApp | undefined
  readonly clock: Clock
  readonly shelf: Shelf
  readonly log: (line: string) => void
}

/** WeChat, when its app is configured, and then nothing else; otherwise anybody is who a code says. */
export function createIdentify({ wechat, clock, shelf, log }: Parts): Identify {
  return wechat ? createWeChatIdentify({ ...wechat, clock, log }) : createLocalIdentify(clock, shelf)
}
