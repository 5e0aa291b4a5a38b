declare module 'miniprogram-exparser' {
  export interface ExparserElement {
    readonly is: string
  }
  export const Event: {
    create(name: string, detail: object, options: { readonly bubbles: boolean; readonly composed: boolean }): object
    dispatchEvent(element: ExparserElement, event: object): void
  }
}
