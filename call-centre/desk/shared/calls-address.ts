import type { CallQuery } from '../../server/records/search-calls'

/** Where the recording of a phone is, of one call. */
export const recordingAddress = (sessionId: string): string => `/api/calls/${encodeURIComponent(sessionId)}/recording`

/** Where the centre is asked for the calls that are over. `as`: `.csv` for a spreadsheet. `before`: those earlier than that one. */
export const callsAddress = (
  query: CallQuery & { readonly before?: string | undefined },
  as: '' | '.csv' = '',
): string => {
  const said = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const text = new URLSearchParams(Object.fromEntries(said)).toString()
  return `/api/calls${as}${text === '' ? '' : `?${text}`}`
}
