/** What the stub's WeChat sends of subscription messages, and the consents of its customers. */

/** A message as it arrives on a phone. */
export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page?: string
  readonly data: Readonly<Record<string, string>>
}

export interface Messages {
  /** The customer allows one message by this template. */
  accept(openid: string, templateId: string): void
  /** The answer is WeChat's errcode, or 0. */
  send(body: Readonly<Record<string, unknown>>, templates: readonly string[]): number
  readonly sent: readonly SentMessage[]
}

/** In characters, by the kind of the key (发送订阅消息, 参数值内容限制说明). */
const longest: Readonly<Record<string, number>> = {
  ...{ thing: 20, number: 32, letter: 32, symbol: 5, character_string: 32, phone_number: 17, car_number: 8, name: 10 },
  phrase: 5,
}

const forms: Readonly<Record<string, RegExp>> = {
  number: /^-?\d+(\.\d+)?$/,
  time: /\d{1,2}:\d{2}/,
  phrase: /^\p{Script=Han}+$/u,
}

export function createMessages(): Messages {
  const consents = new Map<string, number>()
  const sent: SentMessage[] = []
  return {
    sent,
    accept(openid, templateId) {
      const name = `${openid} ${templateId}`
      consents.set(name, (consents.get(name) ?? 0) + 1)
    },
    send({ touser, template_id: templateId, page, data }, templates) {
      if (typeof touser !== 'string' || touser === '') return 40003
      if (typeof templateId !== 'string' || !templates.includes(templateId)) return 40037
      if (page !== undefined && (typeof page !== 'string' || page.startsWith('/'))) return 41030
      const values = valuesOf(data)
      if (values === undefined) return 47003
      const name = `${touser} ${templateId}`
      const left = consents.get(name) ?? 0
      if (left === 0) return 43101
      consents.set(name, left - 1)
      sent.push({ openid: touser, templateId, ...(page === undefined ? {} : { page }), data: values })
      return 0
    },
  }
}

/** Undefined: WeChat does not take one of them. */
function valuesOf(data: unknown): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(Object(data) as Readonly<Record<string, { readonly value?: unknown }>>)
  const values = entries.map(([key, { value }]) => [key, value] as const)
  const isGood = ([key, value]: readonly [string, unknown]): boolean => {
    const kind = key.replace(/\d+$/, '')
    if (typeof value !== 'string' || value === '' || /[\r\n]/.test(value)) return false
    return Array.from(value).length <= (longest[kind] ?? Infinity) && (forms[kind]?.test(value) ?? true)
  }
  return values.length > 0 && values.every(isGood) ? (Object.fromEntries(values) as Record<string, string>) : undefined
}
