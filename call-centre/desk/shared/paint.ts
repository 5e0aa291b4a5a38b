/** Makes the document show a view and keeps the elements that stay, so that focus and typing survive. */
import type { Prop, View } from './h'

const SVG = 'http://www.w3.org/2000/svg'

interface Painted {
  readonly view: View
  readonly element: Element
}

const painted = new WeakMap<Node, Painted>()

const setProp = (element: Element, name: string, value: Prop): void => {
  if (typeof value === 'function') Reflect.set(element, name, value)
  else if (name === 'srcObject' || (typeof value === 'object' && value !== null)) {
    // The same stream again would begin anew.
    if (Reflect.get(element, name) !== (value ?? null)) Reflect.set(element, name, value ?? null)
  } else if (value === false || value === null || value === undefined) {
    if (name.startsWith('on')) Reflect.set(element, name, null)
    else element.removeAttribute(name)
  } else {
    const text = value === true ? '' : String(value)
    if (element.getAttribute(name) !== text) element.setAttribute(name, text)
  }
}

const create = (view: View, namespace: string | null): Element =>
  namespace === null ? document.createElement(view.tag) : document.createElementNS(namespace, view.tag)

const isSame = (old: View, view: View): boolean => old.tag === view.tag && old.key === view.key

const update = (element: Element, view: View, namespace: string | null): void => {
  const old = painted.get(element)?.view
  for (const name of Object.keys(old?.props ?? {})) if (!(name in view.props)) setProp(element, name, null)
  for (const [name, value] of Object.entries(view.props)) setProp(element, name, value)
  painted.set(element, { view, element })
  paintChildren(element, view.children, namespace)
}

const nodeFor = (reusable: Node[], child: View | string, namespace: string | null): Node => {
  if (typeof child === 'string') {
    const at = reusable.findIndex((node) => node.nodeType === Node.TEXT_NODE)
    const text = at < 0 ? document.createTextNode('') : reusable.splice(at, 1)[0]
    if (text === undefined) throw new Error('a text node was counted but not found')
    if (text.nodeValue !== child) text.nodeValue = child
    return text
  }
  const inner = child.tag === 'svg' ? SVG : namespace
  const at = reusable.findIndex((node) => {
    const known = painted.get(node)
    return known !== undefined && isSame(known.view, child)
  })
  const [kept] = at < 0 ? [] : reusable.splice(at, 1)
  const element = (kept && painted.get(kept)?.element) ?? create(child, inner)
  update(element, child, inner)
  return element
}

const paintChildren = (parent: Element, children: readonly (View | string)[], namespace: string | null): void => {
  const reusable = [...parent.childNodes]
  const wanted = children.map((child) => nodeFor(reusable, child, namespace))
  for (const node of reusable) parent.removeChild(node)
  wanted.forEach((node, index) => {
    const there = parent.childNodes[index]
    if (there !== node) parent.insertBefore(node, there ?? null)
  })
}

/** Shows `view` as the only content of `parent`. */
export const paint = (parent: Element, view: View): void => {
  paintChildren(parent, [view], null)
}
