import type * as Report from '../../lib/entries/report'
import type { Recording } from '../../lib/entries/call'
import type { FakeRequest } from '../wx/phone'
import { coldStart, HOUR_MS, NOW, rejection, STORAGE_KEY, ticket, TOKEN } from './login/scene'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW })
})

const recording = { format: 'tccc-wx-sdk/recording', events: [] } as unknown as Recording

/** The app as after a cold start, with a log-in of before unless it is another one. */
const start = async (stored: unknown = ticket()) => {
  const { phone, login } = await coldStart((given) => {
    given.storage.set(STORAGE_KEY, stored)
    return {}
  })
  login.configure({ sdkAppId: '1400000001', locale: 'en' })
  const report: typeof Report = await import('../../lib/entries/report')
  return { phone, login, report }
}

/** One that is on its way. */
const sending = async (stored?: unknown) => {
  const { phone, login, report } = await start(stored)
  const sent = report.sendRecording(recording)
  sent.catch(() => undefined)
  await jest.advanceTimersByTimeAsync(0)
  return { phone, login, report, sent }
}

const refused = (status: number, code: string) => (request: FakeRequest) => {
  request.answer(status, { code, message: 'no' })
}

it('sends the recording with the log-in, and resolves with the name of the call', async () => {
  const { phone, sent } = await sending()
  const { url, method, data, header } = phone.request().options
  expect([url, method, data, header]).toEqual([
    ...['https://api.tccc.qcloud.com/recordings', 'POST', recording],
    { authorization: `Bearer ${TOKEN}` },
  ])
  phone.request().answer(200, { sessionId: 'session-1' })
  expect(await sent).toEqual({ sessionId: 'session-1' })
})

describe('sendRecording rejects', () => {
  it.each<readonly [code: string, why: string, outcome: (request: FakeRequest) => void]>([
    ['TOKEN_EXPIRED', 'a log-in that the call centre does not take', refused(401, 'TOKEN_INVALID')],
    ['CALL_UNKNOWN', 'a call that it does not know', refused(404, 'CALL_UNKNOWN')],
    ['CALL_UNKNOWN', 'a recording of no call', refused(409, 'RECORDING_OF_NO_CALL')],
    ['RECORDING_INVALID', 'a damaged one', refused(400, 'RECORDING_DAMAGED')],
    ['RECORDING_INVALID', 'something else', refused(400, 'RECORDING_FOREIGN')],
    ['RECORDING_INVALID', 'one of a later version', refused(400, 'RECORDING_NEWER')],
    ['RECORDING_INVALID', 'one that is too large', refused(413, 'BODY_TOO_LARGE')],
    [
      'RECORDING_INVALID',
      'one that is too large for a proxy',
      (request) => {
        request.answer(413, '<html>')
      },
    ],
    ['RECORDINGS_OFF', 'a call centre that takes none, or is older', refused(404, 'NOT_FOUND')],
    [
      'RECORDINGS_OFF',
      'another back end that knows no such path',
      (request) => {
        request.answer(404, 'Not found')
      },
    ],
    ['TOO_BUSY', 'too many of them', refused(429, 'TOO_MANY_REQUESTS')],
    [
      'SERVER_ERROR',
      'a broken server',
      (request) => {
        request.answer(500, '')
      },
    ],
    [
      'NETWORK',
      'no network',
      (request) => {
        request.fail({ errMsg: 'request:fail timeout' })
      },
    ],
    [
      'HOST_NOT_ALLOWED',
      'a host that is not white-listed',
      (request) => {
        request.fail({ errno: 600002 })
      },
    ],
  ])('with %s: %s', async (code, _, outcome) => {
    const { phone, sent, report } = await sending()
    outcome(phone.request())
    const error = await rejection(sent)
    expect(error).toMatchObject({ name: 'CallError', code })
    expect([report.isReportError(error), JSON.stringify({ ...error }).includes(TOKEN)]).toEqual([true, false])
  })

  it('with NETWORK when the phone never answers', async () => {
    const { sent } = await sending()
    const failure = rejection(sent)
    await jest.advanceTimersByTimeAsync(20_000)
    expect(await failure).toMatchObject({ code: 'NETWORK' })
  })

  it.each([
    ['LOGIN_REQUIRED', 'without a log-in', null],
    ['TOKEN_EXPIRED', 'with one that has expired', ticket({ expiresAt: NOW - HOUR_MS })],
  ])('with %s %s, and asks nobody', async (code, _, stored) => {
    const { phone, sent } = await sending(stored)
    expect(await rejection(sent)).toMatchObject({ code })
    expect(phone.requests).toEqual([])
  })

  it('with NOT_SUPPORTED with a gateway of the app’s own', async () => {
    const { login, report } = await start()
    login.configure({
      gateway: {
        logIn: () => Promise.reject(new Error('no')),
        openLink: () => {
          throw new Error('no')
        },
      },
    })
    expect(await rejection(report.sendRecording(recording))).toMatchObject({ code: 'NOT_SUPPORTED' })
  })
})

it('renews a log-in that has expired before it sends', async () => {
  const { phone, login, report } = await start(ticket({ expiresAt: NOW - HOUR_MS }))
  login.configure({
    renewLogIn: () => {
      const done = login.login({ jsCode: 'code-2' })
      phone.request().answer(200, { token: 'another', userId: 'customer-1', expiresInMs: HOUR_MS })
      return done
    },
  })
  const sent = report.sendRecording(recording)
  sent.catch(() => undefined)
  await jest.advanceTimersByTimeAsync(0)
  expect(phone.requests.at(-1)?.options.header).toEqual({ authorization: 'Bearer another' })
})
