/** The devices of this computer, told anew whenever one comes, goes, or gets its name. */
import { type Observable, EMPTY, catchError, defer, map, merge, of, switchMap } from 'rxjs'
import { deviceChanges$, permissionChanges } from './microphone'
import type { Device, SoundEvent } from './sound'

/** Chrome lists what the system uses once more, under these names. */
const DOUBLES = ['default', 'communications']

const ofKind = (all: readonly MediaDeviceInfo[], wanted: MediaDeviceKind): readonly Device[] =>
  all
    // Without a name it is not to be read yet: no microphone was allowed.
    .filter(({ kind, deviceId, label }) => kind === wanted && label !== '' && !DOUBLES.includes(deviceId))
    .map(({ deviceId: id, label }) => ({ id, label }))

/** `opened$`: a microphone has opened, and with it the names may be read. */
export const soundDevices = (opened$: Observable<unknown>): Observable<SoundEvent> =>
  merge(of(null), deviceChanges$, permissionChanges('microphone'), opened$).pipe(
    switchMap(() => defer(() => navigator.mediaDevices.enumerateDevices()).pipe(catchError(() => EMPTY))),
    map((all) => ({
      ...{ type: 'sound/devices', microphones: ofKind(all, 'audioinput'), loudspeakers: ofKind(all, 'audiooutput') },
    })),
  )
