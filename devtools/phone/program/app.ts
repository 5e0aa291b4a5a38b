/** The app of a mini program, and the life of its pages beside it. */
export interface Launch {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

/** What `App()` was given, as `getApp()` gives it. */
export interface RunningApp {
  readonly register: (definition: object) => void
  readonly instance: () => object
  /** Calls a lifecycle method of the app, when it has one. */
  readonly tell: (lifecycle: 'onLaunch' | 'onShow' | 'onHide', launch?: Launch) => void
}

export const createApp = (): RunningApp => {
  const app: Record<string, unknown> = {}
  return {
    register: (definition) => Object.assign(app, definition),
    instance: () => app,
    tell: (lifecycle, launch) => {
      const method = app[lifecycle]
      if (typeof method === 'function') method.call(app, launch)
    },
  }
}

/** The life of the open page, and of its app beside it, in the order of WeChat. */
export interface PageLife {
  readonly begin: () => void
  /** The app goes to the background, or is back. A page that was left is not told. */
  readonly hide: () => void
  readonly show: () => void
  /** Another page comes before this one, or is gone again; the app hears nothing of it. */
  readonly cover: () => void
  readonly uncover: () => void
  readonly end: () => void
}

/** `components`: tells those of the page, by their `pageLifetimes`. */
export const createPageLife = (
  page: Readonly<Record<string, unknown>>,
  app: RunningApp,
  launch: Launch,
  components: (lifetime: 'show' | 'hide') => void,
): PageLife => {
  let isOpen = true
  const tell = (lifecycle: string, query?: object) => {
    const method = page[lifecycle]
    if (isOpen && typeof method === 'function') method.call(page, query)
  }
  const turn = (lifetime: 'show' | 'hide') => {
    if (isOpen) components(lifetime)
    tell(lifetime === 'show' ? 'onShow' : 'onHide')
  }
  const show = () => turn('show')
  const hide = () => turn('hide')
  return {
    begin: () => {
      tell('onLoad', launch.query)
      show()
      tell('onReady')
    },
    hide: () => {
      hide()
      app.tell('onHide')
    },
    show: () => {
      app.tell('onShow', launch)
      show()
    },
    cover: hide,
    uncover: show,
    end: () => {
      tell('onUnload')
      isOpen = false
    },
  }
}
