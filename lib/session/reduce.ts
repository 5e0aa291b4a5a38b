import type { CallEvent } from '../events/event'
import { callStarted, hungUp, microphoneWished, soundModeWished } from './on-intent'
import { lineClosed, lineGaveUp, lineLost, lineOpening, lineUp } from './on-line'
import { mediaApplied, mediaFailed, playerStatus, pusherError, pusherStatus } from './on-media'
import { accepted, ended, held, ivr, queued, refused, ringing, started } from './on-signalling'
import { interrupted, resumed } from './on-environment'
import type { Session } from './session'

/**
 * The only place where a session changes. Pure: `at` is the time of the event in epoch milliseconds.
 * An event that changes nothing returns the very same session.
 */
export const reduce = (session: Session, event: CallEvent, at: number): Session => {
  switch (event.type) {
    case 'intent/startCall': return callStarted(session, event, at)
    case 'intent/hangUp': return hungUp(session, event, at)
    case 'intent/mute': return microphoneWished(session, 'off')
    case 'intent/unmute': return microphoneWished(session, 'on')
    case 'intent/setSoundMode': return soundModeWished(session, event.soundMode)
    case 'call/started': return started(session, event, at)
    case 'call/refused': return refused(session, event, at)
    case 'call/ivr': return ivr(session, event)
    case 'call/queued': return queued(session, event)
    case 'call/ringing': return ringing(session, event)
    case 'call/accepted': return accepted(session, event, at)
    case 'call/held': return held(session, event)
    case 'call/ended': return ended(session, event, at)
    case 'line/opening': return lineOpening(session, event, at)
    case 'line/up': return lineUp(session, event, at)
    case 'line/lost': return lineLost(session, at)
    case 'line/gaveUp': return lineGaveUp(session, event, at)
    case 'line/closed': return lineClosed(session)
    case 'pusher/status': return pusherStatus(session, event, at)
    case 'pusher/error': return pusherError(session, event, at)
    case 'player/status': return playerStatus(session, event, at)
    case 'media/applied': return mediaApplied(session, event)
    case 'media/failed': return mediaFailed(session, event)
    case 'app/hidden': return interrupted(session, 'hidden', at)
    case 'app/shown': return resumed(session, 'hidden')
    case 'audio/interrupted': return interrupted(session, 'audio', at)
    case 'audio/resumed': return resumed(session, 'audio')
    case 'intent/sendDigits':
    case 'line/invalid':
    case 'network/changed':
    case 'policy/failed':
      return session
  }
}
