/** What WeChat hands to each module of a mini program. */
export const GIVEN = ['require', 'module', 'exports', 'wx', 'App', 'Page', 'Component', 'Behavior', 'getApp'] as const

/** What a browser has and a mini program has not: as parameters that nobody fills, they are undefined there too. */
const WITHHELD = ['window', 'document', 'navigator', 'location', 'localStorage', 'fetch', 'WebSocket', 'XMLHttpRequest']

export const MODULE_PARAMETERS: readonly string[] = [...GIVEN, ...WITHHELD]
