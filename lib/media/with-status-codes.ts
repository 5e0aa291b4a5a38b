import { map, type Observable } from 'rxjs'
import type { MediaEvent } from '../events/event'
import type { StatusCodes } from '../status-codes/status-codes'

const meant = (event: MediaEvent, { pusher = {}, player = {} }: StatusCodes): MediaEvent => {
  if (event.type === 'pusher/status' || event.type === 'pusher/error') {
    const means = pusher[event.code]
    return means === undefined ? event : { ...event, means }
  }
  if (event.type !== 'player/status') return event
  const means = player[event.code]
  return means === undefined ? event : { ...event, means }
}

/** An app's own tables that fail must not take the media with them: then a code means what it means without. */
const safely = (event: MediaEvent, codes: () => StatusCodes): MediaEvent => {
  try {
    return meant(event, codes())
  } catch {
    return event
  }
}

/** What a code was told to mean is recorded with it: a recording replays without these tables. */
export const withStatusCodes = (media$: Observable<MediaEvent>, codes: () => StatusCodes): Observable<MediaEvent> =>
  media$.pipe(map((event) => safely(event, codes)))
