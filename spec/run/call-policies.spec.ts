/** What a policy can do to a call, and what a bad one cannot. */
import { filter, map, NEVER, of, throwError, timer } from 'rxjs'
import { type CallEvent, hangUp, type Intent, mute, type Policy } from '../../lib/entries/call'
import { ACCEPTED, world, type World } from './ports'

const attach = ({ call }: World) => call.session$.subscribe()

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.useRealTimers())

describe('a policy', () => {
  const onRinging: Policy = ({ event$ }) =>
    event$.pipe(
      filter(({ type }) => type === 'call/ringing'),
      map(() => mute()),
    )

  const microphoneAfterRinging = (here: World) => {
    here.reach('ringing')
    jest.advanceTimersByTime(1)
    return here.call.session.phase === 'ringing' ? here.call.session.microphone.desired : null
  }

  it('acts from `use` on, during the call, until it is taken back', () => {
    const here = world()
    attach(here)
    const remove = here.call.use(onRinging)
    expect(microphoneAfterRinging(here)).toBe('off')
    here.call.dispatch(hangUp())
    remove()
    expect(microphoneAfterRinging(here)).toBe('on')
  })

  it('that was given before anybody watched acts in every life of the call', () => {
    const here = world({ policies: [onRinging] })
    const life = () => {
      const watching = attach(here)
      const microphone = microphoneAfterRinging(here)
      watching.unsubscribe()
      return microphone
    }
    expect([life(), life()]).toEqual(['off', 'off'])
  })

  it.each<[string, Policy]>([
    ['at once', () => throwError(() => new Error('oh'))],
    [
      'while it is made',
      () => {
        throw new Error('oh')
      },
    ],
    ['for an event', ({ event$ }) => event$.pipe(map(() => JSON.parse('') as never))],
    ['when it speaks for the call centre', () => of<Intent>(ACCEPTED as never)],
    ['when it asks for nothing', () => of<Intent>(undefined as never)],
  ])('that throws %s is named and dropped; the call goes on, and so do the others', (_, throwing) => {
    const named = Object.assign(throwing, { policyName: 'mine' })
    const here = world({ policies: [named, onRinging] })
    const failures: CallEvent[] = []
    here.call.event$.pipe(filter(({ type }) => type === 'policy/failed')).subscribe((event) => failures.push(event))
    expect(microphoneAfterRinging(here)).toBe('off')
    expect(failures).toEqual([{ type: 'policy/failed', policy: 'mine', message: expect.any(String) as string }])
    here.line$.next(ACCEPTED)
    expect(here.call.session.phase).toBe('talking')
  })

  it('that is used twice acts once, until both uses are taken back', () => {
    const here = world()
    attach(here)
    const [first, second] = [here.call.use(onRinging), here.call.use(onRinging)]
    first()
    first()
    expect(microphoneAfterRinging(here)).toBe('off')
    here.call.dispatch(hangUp())
    second()
    expect(microphoneAfterRinging(here)).toBe('on')
  })

  it('that ends by itself ends nothing else', () => {
    const here = world({ policies: [() => of(), () => NEVER, onRinging] })
    attach(here)
    expect(microphoneAfterRinging(here)).toBe('off')
  })

  it('its name stands in the cause of the end', () => {
    const here = world({
      policies: [Object.assign(() => timer(10).pipe(map(() => hangUp('why'))), { policyName: 'mine' })],
    })
    attach(here)
    here.reach('waiting')
    jest.advanceTimersByTime(20)
    expect(here.call.session).toMatchObject({ phase: 'ended', end: { closeBy: 'timer', cause: 'mine: why' } })
  })
})
