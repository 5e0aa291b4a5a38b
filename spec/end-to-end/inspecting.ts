/** What a visitor of the inspector sees and does; and a spec that it has written, run. */
import { compileFunction } from 'node:vm'
import type { Page } from 'playwright-core'
import ts from 'typescript'
import * as testing from '../../lib/entries/testing'

/** Runs the text of a spec as a test runner does; throws what its test throws. Answers with the titles. */
export const runSpec = (text: string): readonly string[] => {
  const code = ts.transpile(text, { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 })
  const titles: string[] = []
  const take = (title: string, body: () => void) => {
    titles.push(title)
    body()
  }
  const load = (name: string) => (name === 'tccc-wx-sdk/testing' ? testing : null)
  const play = compileFunction(code, ['require', 'exports', 'describe', 'it']) as (...scope: unknown[]) => void
  play(load, {}, take, take)
  return titles
}

/** What a visitor sees of the call: the phases in order, and each marble by its lane. */
export const seenOn = (page: Page) =>
  page.evaluate(() => ({
    phases: [...document.querySelectorAll('[data-phase]')].map((block) => block.getAttribute('data-phase')),
    marbles: [...document.querySelectorAll('[data-lane]')].map((marble) =>
      ['data-lane', 'data-type'].map((name) => marble.getAttribute(name)).join(' '),
    ),
    words: document.querySelector('.in-words')?.textContent,
  }))

/** Drops a file of that text on the page, as a browser does. */
export const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName, content]) => {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([content], fileName, { type: 'application/json' }))
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
    },
    [name, text] as const,
  )
