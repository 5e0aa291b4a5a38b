/** Subscription messages: what the customer allows, in a tap. Nothing is sent: that is WeChat's, or its stub's. */
import { type Callbacks, fail, succeed } from './callbacks'
import { dialogueApi } from './dialogue'
import { language } from './system'

const WORDS = {
  zh: { title: '允许发送消息？', content: (count: number) => `${String(count)} 条`, allow: '允许', refuse: '拒绝' },
  en: {
    title: 'Allow messages?',
    content: (count: number) => `${String(count)} of them`,
    allow: 'Allow',
    refuse: 'Refuse',
  },
}

const MOST = 5

type Answers = Readonly<Record<string, string>> & { readonly errMsg: string }

export const subscriptionApi = {
  /** WeChat asks about each; here all are allowed or refused together. */
  requestSubscribeMessage: (options: { readonly tmplIds?: readonly string[] } & Callbacks<Answers>) => {
    const { tmplIds = [] } = options
    const refused = (why: string): void => {
      fail(options, { errMsg: `requestSubscribeMessage:fail ${why}` })
    }
    if (tmplIds.length === 0 || tmplIds.length > MOST) {
      refused(tmplIds.length === 0 ? 'no template ids (10001)' : 'too many template ids (20003)')
    } else if (!navigator.userActivation.isActive) {
      refused('can only be invoked by user TAP gesture.')
    } else {
      const { title, content, allow, refuse } = WORDS[language()]
      dialogueApi.showModal({
        ...{ title, content: content(tmplIds.length), confirmText: allow, cancelText: refuse },
        success: ({ confirm }) => {
          const answers = Object.fromEntries(tmplIds.map((id) => [id, confirm ? 'accept' : 'reject']))
          succeed(options, { ...answers, errMsg: 'requestSubscribeMessage:ok' })
        },
      })
    }
  },
}
