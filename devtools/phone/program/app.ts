import type { Launch, RunningApp } from './app'

/** The life of the open page, and of its app beside it, in the order of WeChat. */
export interface PageLife {
  readonly begin: () => void
  /** The app goes to the background, or is back. A page that was left is not told. */
  readonly hide: () => void
  readonly show: () => void
  readonly end: () => void
}

export const createPageLife = (page: Readonly<Record<string, unknown>>, app: RunningApp, launch: Launch): PageLife => {
  let isOpen = true
  const tell = (lifecycle: string, query?: object) => {
    const method = page[lifecycle]
    if (isOpen && typeof method === 'function') method.call(page, query)
  }
  return {
    begin: () => {
      tell('onLoad', launch.query)
      tell('onShow')
      tell('onReady')
    },
    hide: () => {
      tell('onHide')
      app.tell('onHide')
    },
    show: () => {
      app.tell('onShow', launch)
      tell('onShow')
    },
    end: () => {
      tell('onUnload')
      isOpen = false
    },
  }
}
