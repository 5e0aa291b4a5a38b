/** A peer as an app bundles it: one file, minified. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
export const folder = here('../../../.build/bench')

/** What an SDK for calls takes of RxJS: a floor for whoever is built on it. */
export const RXJS_NAMES =
  'asyncScheduler, BehaviorSubject, catchError, combineLatest, concat, debounceTime, defer, distinctUntilChanged, EMPTY, filter, finalize, from, interval, map, merge, NEVER, Observable, of, scan, share, startWith, Subject, Subscription, switchMap, take, takeUntil'

/** Writes `contents`, bundled, into a file of that name, and returns its path. */
export const bundle = async (name, contents, more = {}) => {
  const outfile = `${folder}/${name.replace(/\W+/g, '-')}.cjs`
  const stdin = { contents, resolveDir: here('..') }
  const options = { bundle: true, minify: true, format: 'cjs', platform: 'browser', logLevel: 'silent' }
  await build({ ...options, ...more, stdin, outfile })
  return outfile
}

export const weighFile = (file) => {
  const text = readFileSync(file)
  return { min: text.length, gz: gzipSync(text, { level: 9 }).length }
}
