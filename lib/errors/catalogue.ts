/**
 * Every error in words. The message is for people: it fits the two lines of a toast without an icon, and what stands
 * before its comma the seven characters of a toast with one. `cause` and `remedy` are for developers; in Chinese they
 * stand in in-chinese.ts, which no mini program loads.
 */
import { CALLING } from './calling'
import type { ErrorCode } from './codes'
import type { ErrorEntry } from './entry'
import { REACHING } from './reaching'

export type Locale = 'zh' | 'en'

export const CATALOGUE: Readonly<Record<ErrorCode, ErrorEntry>> = { ...REACHING, ...CALLING }
