import type { Advice, CallError, Phase, Policy, Session, TcccWxSdk, TcccWxSdkDetails } from '../../lib/entries/index'

/** `true` when each type is assignable to the other, else a type that `true` is not assignable to. */
type Same<Left, Right> = [Left, Right] extends [Right, Left] ? true : never

type ValueOf<Stream> = Stream extends { subscribe(next: (value: infer Value) => void): unknown } ? Value : never

/** The compiler is the test here; `npm run typecheck` runs it. */
const holds = (...facts: readonly true[]) => facts.length

describe('the types of the component', () => {
  it('say what its events bring', () => {
    const facts = holds(
      true satisfies Same<TcccWxSdkDetails['sessionStart'], { readonly sessionId: string }>,
      true satisfies Same<TcccWxSdkDetails['sessionEnded']['closeBy'], 'client' | 'seat' | 'admin' | 'timer'>,
      true satisfies Same<TcccWxSdkDetails['sessionEnded']['duration'], number>,
      true satisfies Same<TcccWxSdkDetails['advice'], { readonly advice: readonly Advice[] }>,
      true satisfies Same<TcccWxSdkDetails['stateChange'], { readonly phase: Phase; readonly from: Phase }>,
      true satisfies Same<
        TcccWxSdkDetails['error'],
        Pick<CallError, 'code' | 'title' | 'message' | 'remedy' | 'cause'>
      >,
      true satisfies Same<
        keyof TcccWxSdkDetails,
        | 'sessionStart'
        | 'accepted'
        | 'sessionEnded'
        | 'error'
        | 'stateChange'
        | 'reconnecting'
        | 'reconnected'
        | 'networkQuality'
        | 'advice'
        | 'notice'
        | 'aside'
      >,
    )
    expect(facts).toBe(7)
  })

  it('say what its methods take and give', () => {
    const facts = holds(
      true satisfies Same<Awaited<ReturnType<TcccWxSdk['startCall']>>, { readonly sessionId: string }>,
      true satisfies Same<Parameters<TcccWxSdk['startCall']>[0], { readonly channelId: string }>,
      true satisfies Same<Parameters<TcccWxSdk['setSoundMode']>[0], 'speaker' | 'ear'>,
      true satisfies Same<Parameters<TcccWxSdk['use']>[0], Policy>,
      true satisfies Same<TcccWxSdk['session$'] extends { subscribe: unknown } ? true : false, true>,
      true satisfies Same<Session extends ValueOf<TcccWxSdk['session$']> ? true : false, true>,
    )
    expect(facts).toBe(6)
  })
})
