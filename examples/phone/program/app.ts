/** The app of a mini program: what `App()` was given, as `getApp()` gives it, and its life. */
export interface Launch {
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly scene: number
}

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
