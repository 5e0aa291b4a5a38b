/** A page as plain data, so that views are pure functions that a spec can read without a browser. */

export type Prop = string | number | boolean | null | undefined | object | ((event: Event) => void)
export type Child = View | string | number | null | undefined | false

export interface View {
  readonly tag: string
  /** Tells siblings apart when their order changes. */
  readonly key: string | undefined
  readonly props: Readonly<Record<string, Prop>>
  readonly children: readonly (View | string)[]
}

const isShown = (child: Child): child is View | string | number =>
  child !== null && child !== undefined && child !== false && child !== ''

/**
 * One element. Props named `on…` are listeners, `key` is its identity among its siblings, `class` and all others are
 * attributes: `true` is an empty attribute, `false`, `null` and `undefined` are none. An object is the element's property
 * of that name, as `srcObject` is. Empty children are left out.
 */
export const h = (tag: string, props: Readonly<Record<string, Prop>> = {}, ...children: readonly Child[]): View => {
  const { key, ...rest } = props
  return {
    tag,
    key: typeof key === 'string' ? key : undefined,
    props: rest,
    children: children.filter(isShown).map((child) => (typeof child === 'number' ? String(child) : child)),
  }
}

/** All words that a view shows, in reading order. */
export const textOf = (view: View | string): string =>
  typeof view === 'string' ? view : view.children.map(textOf).join(' ')

/** Every view inside `view`, itself included, that has the given prop with the given value. */
export const findAll = (view: View | string, prop: string, value: Prop): readonly View[] =>
  typeof view === 'string'
    ? []
    : [...(view.props[prop] === value ? [view] : []), ...view.children.flatMap((child) => findAll(child, prop, value))]
