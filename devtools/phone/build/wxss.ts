/** Turns WXSS, which a phone's WebView reads, into CSS for a browser page of the phone's size. */

const RPX_PER_SCREEN_WIDTH = 750

/** A mini program's page is the screen without the navigation bar; `--page-vh` is a hundredth of it. */
const units = (css: string): string =>
  css
    .replace(/(-?(?:\d+\.?\d*|\.\d+))rpx\b/g, `calc($1 * 100vw / ${RPX_PER_SCREEN_WIDTH})`)
    .replace(/(-?(?:\d+\.?\d*|\.\d+))vh\b/g, 'calc($1 * var(--page-vh))')

const scoped = (selector: string, scope: string): string =>
  selector.replace(/:host\b/g, `[wx-host="${scope}"]`).replace(/\.(?=[a-zA-Z_-])/g, `.${scope}--`)

/** A page's styles are for that page only: `css` applies below what has its path as `data-page`. */
export const onPage = (css: string, path: string): string => `@scope ([data-page=${JSON.stringify(path)}]){${css}}`

/**
 * `css` holds no comments and no `@import` any more. With a `scope` its classes are those of one component only,
 * as glass-easel names them; without, they are the page's.
 */
export const cssOf = (css: string, scope?: string): string => {
  const plain = units(css)
  return scope === undefined ? plain : plain.replace(/[^{}]*\{/g, (selector) => scoped(selector, scope))
}
