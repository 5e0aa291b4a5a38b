/**
 * What a value has to look like, as data. A message is described once by it: its type, its decoding, the check of a
 * recording and the JSON Schema all come from there, or are compared with it.
 */
import { LONGEST_TIMER_MS } from './retry-delay'

export type Form =
  /** So many characters: a character beyond U+FFFF is one, as in a JSON Schema. */
  | { readonly is: 'text'; readonly least: number; readonly most: number }
  /** At least one byte of UTF-8, at most so many. */
  | { readonly is: 'bytes'; readonly most: number }
  /** `pattern` is anchored. */
  | { readonly is: 'matching'; readonly pattern: RegExp }
  | { readonly is: 'whole'; readonly least: number; readonly most: number }
  | { readonly is: 'flag' }
  /** With `other`, that is what a word of a later version is taken for. */
  | { readonly is: 'word'; readonly words: readonly string[]; readonly other?: string }
  /** Of a list, the texts, 32 at most; whatever else it is, it counts as an empty one. */
  | { readonly is: 'names' }
  | { readonly is: 'list'; readonly item: Form; readonly most: number }
  | { readonly is: 'record'; readonly fields: Readonly<Record<string, Shape>> }
  | { readonly is: 'either'; readonly forms: readonly Form[] }

/** `value` is never there: it carries the type. */
export type Shape<Value = unknown> = Form & { readonly value?: Value; readonly isOptional?: boolean }
export type Fields = Readonly<Record<string, Shape>>

export type ValueOf<Any> = Any extends { readonly value?: infer Value } ? Value : never
type Optional<All> = {
  [Name in keyof All]: All[Name] extends { readonly isOptional: true } ? Name : never
}[keyof All]
type Flat<Value> = { [Name in keyof Value]: Value[Name] }
export type Values<All extends Fields> = Flat<
  { readonly [Name in Exclude<keyof All, Optional<All>>]: ValueOf<All[Name]> } & {
    readonly [Name in Optional<All>]?: ValueOf<All[Name]>
  }
>
/** The union of all messages that are described by their fields, under their type. */
export type MessagesOf<All extends Readonly<Record<string, Fields>>> = {
  [Type in keyof All]: Flat<{ readonly type: Type } & Values<All[Type]>>
}[keyof All]

export const text = (least: number, most: number): Shape<string> => ({ is: 'text', least, most })
export const bytes = (most: number): Shape<string> => ({ is: 'bytes', most })
export const names: Shape<readonly string[]> = { is: 'names' }
export const matching = (pattern: RegExp): Shape<string> => ({ is: 'matching', pattern })
/** From `least` to `most`; default: as far as whole numbers are exact. */
export const whole = (least: number, most = 9_007_199_254_740_991): Shape<number> => ({ is: 'whole', least, most })
export const flag: Shape<boolean> = { is: 'flag' }
export const word = <Word extends string>(...words: readonly Word[]): Shape<Word> => ({ is: 'word', words })
export const knownOr = <Word extends string>(other: Word, words: readonly Word[]): Shape<Word> => ({
  ...{ is: 'word', words, other },
})
export const list = <Value>(item: Shape<Value>, most: number): Shape<readonly Value[]> => ({ is: 'list', item, most })
export const record = <All extends Fields>(fields: All): Shape<Values<All>> => ({ is: 'record', fields })
export const either = <One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> => ({
  ...{ is: 'either', forms: [one, other] },
})
/** A field that may be absent. A field that is there must fit. */
export const optional = <Value>(shape: Shape<Value>): Shape<Value> & { readonly isOptional: true } => ({
  ...shape,
  isOptional: true,
})

// The kinds of fields that the protocol's messages are made of. No message of them is longer than a frame may be.

export const id = text(1, 128)
export const LONGEST_PROMPT = 1_024
/** Words for people. */
export const prompt = text(0, LONGEST_PROMPT)
/** What stands on a key: a menu of 12, after 64 that were pressed, still fits into a frame. */
export const label = text(0, 120)
/** A signature, or an address with one. */
export const secret = text(1, 4096)
export const number = whole(1)
export const count = whole(0)
export const duration = whole(0, LONGEST_TIMER_MS)

/** What a word of a later version may look like. */
export const LATER_WORD: Form = { is: 'text', least: 1, most: 64 }
