/** The compiled mini program, as `build/program.ts` writes it. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'

/** What WeChat hands to each module of a mini program. */
const WECHAT = ['wx', 'App', 'Page', 'Component', 'Behavior', 'getApp', 'getCurrentPages'] as const
export const GIVEN = ['require', 'module', 'exports', ...WECHAT] as const

/** What a browser has and a mini program has not: as parameters that nobody fills, they are undefined there too. */
const WITHHELD = ['window', 'document', 'navigator', 'location', 'localStorage', 'fetch', 'WebSocket', 'XMLHttpRequest']

export const MODULE_PARAMETERS: readonly string[] = [...GIVEN, ...WITHHELD]

export type Given = Record<(typeof GIVEN)[number], unknown>

export interface Program {
  /** The `.json` files by path, `app` included; package names are resolved already. */
  readonly configs: Readonly<Record<string, object>>
  /** The style scopes of the components. */
  readonly scopes: Readonly<Record<string, string>>
  /** The compiled `.wxml` files. */
  readonly templates: NonNullable<Parameters<CodeSpace['addCompiledTemplate']>[1]['groupList']>
  readonly modules: Readonly<Record<string, (...given: unknown[]) => void>>
  /** Tags of WeChat that its templates name and this phone does not play. */
  readonly unknownTags: readonly string[]
  /** What `tccc-wx-sdk check` says of the mini program, in both languages. */
  readonly faults: readonly { readonly en: string; readonly zh: string }[]
}

export interface AppConfig {
  readonly pages: readonly string[]
  readonly window?: Readonly<Record<string, string>>
  readonly tabBar?: { readonly list?: readonly { readonly pagePath: string }[] }
}

declare global {
  var miniProgram: Program
}
