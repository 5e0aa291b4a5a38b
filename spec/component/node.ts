/** A component, as the simulator gives it to specs. */
export interface Node {
  readonly instance: unknown
  readonly dom: HTMLElement
  attach(parent: Element): void
  detach(): void
  querySelector(selector: string): Node | undefined
  querySelectorAll(selector: string): readonly Node[]
  setData(data: object): void
  dispatchEvent(name: string, event?: object): void
  triggerPageLifeTime(name: 'show' | 'hide'): void
}
