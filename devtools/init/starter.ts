/** What `tccc-wx-sdk init` writes, made of examples/mini-program when the command is built: by path, the texts. */
import type { Files } from '../check/mini-program'

/** The page of the example, which every mini program gets; `init --page` puts it elsewhere. */
export const STARTER_PAGE = 'pages/panel/panel'
/** Beside the page: which call centre it calls. */
export const CENTRE = 'centre.js'

const NAME = /tccc-wx-sdk-mini-program/g

const appOf = (text: string): string => text.replace(/"pages": \[[^\]]*\]/, `"pages": ["${STARTER_PAGE}"]`)

const manifest = { name: 'call-page', version: '0.1.0', private: true }

/** `read` answers with a file of the example. */
export const starterOf = (read: (file: string) => string): Files =>
  new Map([
    ['app.json', appOf(read('app.json'))],
    ['app.js', 'App({})\n'],
    ['theme.json', read('theme.json')],
    ['sitemap.json', read('sitemap.json')],
    ['project.config.json', read('project.config.json').replace(NAME, manifest.name)],
    ['package.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ...['.js', '.json', '.wxml'].map((kind) => [STARTER_PAGE + kind, read(STARTER_PAGE + kind)] as const),
    [`pages/panel/${CENTRE}`, `${read('config.js')}\nexport const centre = () => ({ sdkAppId, channelId })\n`],
  ])
