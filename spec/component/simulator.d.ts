declare module 'miniprogram-exparser' {
  export interface ExparserElement {
    readonly is: string
  }
  /** Hears what a lifetime throws, as the app's `onError` does. */
  export const addGlobalErrorListener: (listener: (error: unknown) => void) => void
  export const removeGlobalErrorListener: (listener: (error: unknown) => void) => void
  export const Event: {
    create(name: string, detail: object, options: { readonly bubbles: boolean; readonly composed: boolean }): object
    dispatchEvent(element: ExparserElement, event: object): void
  }
}
