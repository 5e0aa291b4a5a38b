/** Reads WXML as far as a check needs it: its tags with their lines, and what is wrong with its syntax. */
import { parse } from 'acorn'

export interface Attribute {
  readonly name: string
  readonly value: string
  readonly line: number
}

export interface Tag {
  readonly name: string
  readonly line: number
  readonly attributes: readonly Attribute[]
}

export type TemplateFaultKind =
  | 'commentOpen'
  | 'expressionBroken'
  | 'expressionOpen'
  | 'quoteMissing'
  | 'tagNotClosed'
  | 'tagNotOpened'
  | 'tagUnfinished'

export interface TemplateFault {
  readonly kind: TemplateFaultKind
  readonly line: number
  /** The tag, the attribute or the expression. */
  readonly name: string
}

export interface Template {
  readonly tags: readonly Tag[]
  readonly faults: readonly TemplateFault[]
}

const NEXT = /\{\{|<!--|<\/([\w-]+)\s*>?|<([a-zA-Z][\w-]*)/g
const ATTRIBUTE = /\s*([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|["']|[^\s"'<>]+))?/y
const TAG_END = /\s*(\/?)>/y
const EXPRESSION = /\{\{((?:[^'"}]|'[^']*'|"[^"]*"|\}(?!\}))*)\}\}/y
const EXPRESSIONS = new RegExp(EXPRESSION.source, 'g')

const parses = (code: string): boolean => {
  try {
    parse(code, { ecmaVersion: 'latest' })
    return true
  } catch {
    return false
  }
}

/** An expression, or the fields of an object as `data` of a template has them. */
const isExpression = (code: string): boolean => code.trim() !== '' && (parses(`(${code})`) || parses(`({${code}})`))

class Reader {
  readonly tags: Tag[] = []
  readonly faults: TemplateFault[] = []
  private readonly open: Tag[] = []

  constructor(private readonly text: string) {}

  read(): void {
    let at = 0
    for (let next = this.match(NEXT, at); next !== null; next = this.match(NEXT, at)) {
      const [sign, closed, opened] = next
      if (sign === '{{') at = this.expression(next.index)
      else if (sign === '<!--') at = this.comment(next.index)
      else if (opened === undefined) {
        this.close(closed ?? '', next.index)
        at = next.index + sign.length
      } else at = this.tag(opened, next.index)
    }
    for (const { name, line } of this.open) this.fault('tagNotClosed', line, name)
  }

  private match(pattern: RegExp, at: number): RegExpExecArray | null {
    pattern.lastIndex = at
    return pattern.exec(this.text)
  }

  private lineAt(at: number): number {
    return this.text.slice(0, at).split('\n').length
  }

  private fault(kind: TemplateFaultKind, line: number, name: string): void {
    this.faults.push({ kind, line, name })
  }

  private expression(at: number): number {
    const found = this.match(EXPRESSION, at)
    if (found === null) {
      this.fault('expressionOpen', this.lineAt(at), this.text.slice(at, at + 30).split('\n')[0] ?? '')
      return at + 2
    }
    this.checkExpression(found[1] ?? '', this.lineAt(at))
    return at + found[0].length
  }

  private checkExpression(code: string, line: number): void {
    if (!isExpression(code)) this.fault('expressionBroken', line, `{{${code}}}`)
  }

  private comment(at: number): number {
    const end = this.text.indexOf('-->', at)
    if (end >= 0) return end + 3
    this.fault('commentOpen', this.lineAt(at), '<!--')
    return this.text.length
  }

  private close(name: string, at: number): void {
    const depth = this.open.findLastIndex((tag) => tag.name === name)
    if (depth < 0) {
      this.fault('tagNotOpened', this.lineAt(at), name)
      return
    }
    for (const left of this.open.splice(depth).slice(1)) this.fault('tagNotClosed', left.line, left.name)
  }

  private tag(name: string, start: number): number {
    const line = this.lineAt(start)
    const [attributes, at] = this.attributes(start + 1 + name.length)
    const tag = { name, line, attributes }
    this.tags.push(tag)
    const end = this.match(TAG_END, at)
    if (end === null) this.fault('tagUnfinished', line, name)
    const after = end === null ? at : TAG_END.lastIndex
    if (end?.[1] === '/') return after
    this.open.push(tag)
    if (name !== 'wxs') return after
    // What is inside is a script.
    const scriptEnd = this.text.indexOf('</wxs', after)
    return scriptEnd < 0 ? this.text.length : scriptEnd
  }

  private attributes(start: number): readonly [readonly Attribute[], number] {
    const attributes: Attribute[] = []
    let at = start
    for (let found = this.match(ATTRIBUTE, at); found !== null; found = this.match(ATTRIBUTE, at)) {
      const [whole, name = '', given = ''] = found
      const from = at + whole.length - given.length
      const line = this.lineAt(at + whole.indexOf(name))
      at = ATTRIBUTE.lastIndex
      let value = given.replace(/^["']|["']$/g, '')
      if (/^["']/.test(given) && this.swallowsTags(given)) {
        // A value without its closing quote goes on to the next quote.
        value = /^[^>\n]*/.exec(this.text.slice(from + 1))?.[0].replace(/\/$/, '') ?? ''
        at = from + 1 + value.length
        this.fault('quoteMissing', line, name)
      } else this.checkValue(value, line)
      attributes.push({ name, value, line })
    }
    return [attributes, at]
  }

  private swallowsTags(given: string): boolean {
    if (given.length === 1) return true
    return /[<>]\s*\n|<[a-zA-Z/]/.test(given.replace(EXPRESSIONS, ''))
  }

  private checkValue(value: string, line: number): void {
    for (const [, code = ''] of value.matchAll(EXPRESSIONS)) this.checkExpression(code, line)
    if (value.replace(EXPRESSIONS, '').includes('{{')) this.fault('expressionOpen', line, value)
  }
}

export const readTemplate = (text: string): Template => {
  const reader = new Reader(text)
  reader.read()
  return { tags: reader.tags, faults: reader.faults }
}
