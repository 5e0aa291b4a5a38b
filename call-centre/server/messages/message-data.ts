import type { MessageTemplate } from '../config/centre-config'

/** What stands for the words in braces. `seat`: whoever waits for the customer, the channel where no seat is meant. */
export type MessageWords = Readonly<Record<'channel' | 'channelId' | 'time' | 'minutes' | 'seat', string>>

/** What WeChat takes in each kind of key, in characters (发送订阅消息, 参数值内容限制说明). Others have no such limit. */
const longest: Readonly<Record<string, number>> = {
  ...{ thing: 20, number: 32, letter: 32, symbol: 5, character_string: 32 },
  ...{ phone_number: 17, car_number: 8, name: 10, phrase: 5 },
}

/** What of a template goes to WeChat. */
export function messageData({ templateId, page, data }: MessageTemplate, words: MessageWords) {
  const value = Object.entries(data).map(([key, text]) => [key, { value: fitted(key, filled(text, words)) }])
  return {
    template_id: templateId,
    ...(page === undefined ? {} : { page: filled(page, words, inAddress) }),
    data: Object.fromEntries(value) as Readonly<Record<string, { readonly value: string }>>,
  }
}

function filled(text: string, words: MessageWords, escape = (word: string): string => word): string {
  const known: Readonly<Record<string, string | undefined>> = words
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const word = known[name]
    return word === undefined ? whole : escape(word)
  })
}

/** Half a character, as a name may have it, has no place in an address: it is replaced. */
const inAddress = (word: string): string => encodeURIComponent(Buffer.from(word).toString())

/** In one line; WeChat refuses a message of which one value is too long. */
function fitted(key: string, text: string): string {
  const most = longest[key.replace(/\d+$/, '')] ?? Infinity
  return Array.from(text.replace(/\s+/g, ' ').trim()).slice(0, most).join('')
}
