/** The compiled mini program, as `build/program.ts` writes it. */
import type { CodeSpace } from 'glass-easel-miniprogram-adapter'
import type { GIVEN } from './module-parameters'

export type Given = Record<(typeof GIVEN)[number], unknown>

export interface Program {
  /** The `.json` files by path, `app` included; package names are resolved already. */
  readonly configs: Readonly<Record<string, object>>
  /** The style scopes of the components. */
  readonly scopes: Readonly<Record<string, string>>
  /** The compiled `.wxml` files. */
  readonly templates: NonNullable<Parameters<CodeSpace['addCompiledTemplate']>[1]['groupList']>
  readonly modules: Readonly<Record<string, (...given: unknown[]) => void>>
}

export interface AppConfig {
  readonly pages: readonly string[]
  readonly window?: Readonly<Record<string, string>>
}

declare global {
  var miniProgram: Program
}
