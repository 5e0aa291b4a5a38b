/** What a browser is told about each answer, so that it does nothing with it but show it. */

/** The phone draws its screen in a frame of its own. */
const framedByItself = '/phone/screen.html'

/** The phone runs a mini program, which has domains of its own. Styles: its framework writes them as attributes. */
const phone = {
  'connect-src': '*',
  'img-src': '* data: blob:',
  'media-src': '* data: blob:',
  'frame-src': "'self'",
}

const own = { 'connect-src': "'self'", 'img-src': "'self' data:", 'media-src': "'self' blob:" }

const everywhere = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'style-src-attr': "'unsafe-inline'",
  'base-uri': "'none'",
  'form-action': "'none'",
}

export interface PageSettings {
  /** Origins whose pages may show pages of this centre in a frame. */
  readonly frameAncestors: readonly string[]
  /** Where the workstation connects to beside its own centre. */
  readonly mediaHosts: readonly string[]
  /** Origins of pages that the workstation shows in a frame. */
  readonly frames: readonly string[]
  /** Hosts of pictures of customers. */
  readonly pictureHosts: readonly string[]
}

const policyOf = (pathname: string, { mediaHosts, frames, pictureHosts }: PageSettings): Record<string, string> => {
  if (pathname.startsWith('/phone/')) return phone
  if (!pathname.startsWith('/workstation/')) return own
  return {
    ...own,
    'connect-src': ["'self'", ...mediaHosts].join(' '),
    'img-src': [own['img-src'], ...pictureHosts.map((host) => `https://${host}`)].join(' '),
    ...(frames.length === 0 ? {} : { 'frame-src': frames.join(' ') }),
  }
}

/** The headers of each answer under this path. */
export function pageHeaders(pathname: string, settings: PageSettings): Record<string, string> {
  const { frameAncestors } = settings
  const ancestors = [...(pathname === framedByItself ? ["'self'"] : []), ...frameAncestors]
  const policy = {
    ...everywhere,
    ...policyOf(pathname, settings),
    'frame-ancestors': ancestors.length === 0 ? "'none'" : ancestors.join(' '),
  }
  return {
    'content-security-policy': Object.entries(policy)
      .map((directive) => directive.join(' '))
      .join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  }
}
