/** What becomes of so many recordings, or of one so large: `'taken'` up to the limit. */
import { gzipSync } from 'node:zlib'
import { createRecordings } from '../server/records/recordings'
import { createShelf, noShelf } from '../server/state/shelf'
import { recorded } from './recorded'
import { createVirtualClock } from './virtual-clock'
import { open, tokenFor } from './wire'

const config = { keptDays: 1 }

/** The first of so many of one customer. */
export const recordingsKept = (count: number): string => {
  const recordings = createRecordings(config, createVirtualClock(), noShelf)
  for (let n = 0; n < count; n += 1) recordings.keep({ sessionId: String(n), userId: 'ann', json: '{}' })
  return recordings.heldOf('0') ? 'taken' : 'forgotten'
}

/** One beside which another comes, so that both are kept in so many bytes. */
export const recordingsOfBytes = (bytes: number): string => {
  const more = gzipSync('{}').toString('base64').length
  const first = { userId: 'ann', at: 0, sentAt: 0, gzip: 'x'.repeat(bytes - more) }
  const recordings = createRecordings(
    config,
    createVirtualClock(),
    createShelf([['recording', 'first', JSON.stringify(first)]]),
  )
  recordings.keep({ sessionId: 'second', userId: 'bob', json: '{}' })
  return recordings.heldOf('first') ? 'taken' : 'forgotten'
}

/** The last of so many that are sent at once, by one customer or by one each. */
export const recordingsSent = async (count: number, whose: 'own' | 'all'): Promise<string> => {
  const centre = await open({ recordings: config }, { clock: createVirtualClock() })
  const names = Array.from({ length: count }, (_, n) => (whose === 'own' ? 'ann' : `c${n}`))
  let code = ''
  for (const name of names) code = await codeOf(centre.url, await tokenFor(centre, name), '{}')
  return code === 'TOO_MANY_REQUESTS' ? code : 'taken'
}

/** One of so many bytes, of a call that nobody knows. */
export const recordingOfBytes = async (bytes: number): Promise<string> => {
  const centre = await open({ recordings: config })
  const json = JSON.stringify({ ...recorded('nowhere'), more: '' })
  const body = json.replace('"more":""', `"more":"${'x'.repeat(bytes - json.length)}"`)
  const code = await codeOf(centre.url, await tokenFor(centre, 'ann'), body)
  return code === 'CALL_UNKNOWN' ? 'taken' : code
}

const codeOf = async (url: string, token: string, body: string): Promise<string> => {
  const answer = await fetch(`${url}/recordings`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body,
  })
  return ((await answer.json()) as { readonly code: string }).code
}
