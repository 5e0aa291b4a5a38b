/** Recordings that come in as files, and those that are written. */
import { filter, from, fromEvent, map, merge, type Observable, switchMap, tap } from 'rxjs'
import { type Recording, toMarbles } from 'tccc-wx-sdk/black-box'
import { ask } from '../../../call-centre/desk/shared/account'
import { recordingAddress } from '../../../call-centre/desk/shared/calls-address'
import { faultOf, type InspectorEvent } from './state'

/** A folder cannot be read: it is no recording, as an empty file is none. */
const textOf = (file: File): Promise<string> => file.text().catch(() => '')

export const readFile = (file: File): Observable<InspectorEvent> =>
  from(textOf(file)).pipe(map((text) => ({ type: 'file/read', name: file.name, text })))

/** What the call centre keeps of a call, as `/inspector/?call=…` names it. `refused`: the words for a call without any. */
export const recordingOfCall = (sessionId: string, refused: string): Observable<InspectorEvent> =>
  from(ask('GET', recordingAddress(sessionId))).pipe(
    map(({ status, body }) =>
      status === 200
        ? { type: 'file/read', name: sessionId, text: JSON.stringify(body) }
        : { type: 'file/fault', message: refused },
    ),
  )

const dragged = (name: 'dragover' | 'dragleave' | 'drop'): Observable<DragEvent> =>
  fromEvent<DragEvent>(document, name).pipe(
    tap((event) => {
      event.preventDefault()
    }),
  )

const above = (isDropping: boolean) => (): InspectorEvent => ({ type: 'file/above', isDropping })

/** What is dropped anywhere on the page. */
export const dropped = (): Observable<InspectorEvent> => {
  const file$ = dragged('drop').pipe(
    map(({ dataTransfer }) => dataTransfer?.files[0]),
    filter((file) => file !== undefined),
  )
  const left$ = dragged('dragleave').pipe(filter(({ relatedTarget }) => relatedTarget === null))
  return merge(
    dragged('dragover').pipe(map(above(true))),
    left$.pipe(map(above(false))),
    file$.pipe(switchMap(readFile)),
  )
}

const save = (name: string, text: string, type: string): void => {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}

const nameOf = ({ startedAt }: Recording): string => `call-${new Date(startedAt).toISOString().replace(/\W/g, '-')}`

export const saveRecording = (recording: Recording): void => {
  save(`${nameOf(recording)}.json`, JSON.stringify(recording), 'application/json')
}

/** Answers with the reason when the recording makes no spec. */
export const saveSpec = (recording: Recording): string | null => {
  try {
    save(`${nameOf(recording)}.spec.ts`, toMarbles(recording), 'text/plain')
    return null
  } catch (error) {
    return faultOf(error)
  }
}
