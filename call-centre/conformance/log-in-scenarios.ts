import { must } from './server-frame'
import { bodyOf, postLogIn, type LogInDoor } from './log-in'
import type { Scenario } from './visit'

/** `usedCode`: one that a log-in has been made with. */
export const logInScenarios = (door: LogInDoor, usedCode: string): readonly Scenario[] => {
  const refuses = (title: string, body: string, expected: readonly [status: number, code: string]): Scenario => ({
    title,
    run: async () => {
      const { status, body: answer } = await postLogIn(door, body)
      const { code, message } = answer
      must(status !== 200, 'the log-in was taken')
      must(typeof code === 'string' && typeof message === 'string', 'the answer has no code and message')
      const [expectedStatus, expectedCode] = expected
      must(status === expectedStatus && code === expectedCode, `the answer is HTTP ${status} ${code}`)
    },
  })
  const elsewhere = { ...door, sdkAppId: 'no-such-app' }
  return [
    refuses('refuses a jsCode that was used before', bodyOf(door, usedCode), [400, 'JS_CODE_INVALID']),
    refuses('refuses an sdkAppId that it does not know', bodyOf(elsewhere, 'code'), [404, 'SDK_APP_ID_UNKNOWN']),
    refuses('refuses a body that is no JSON', 'sdkAppId=1', [400, 'BODY_INVALID']),
    refuses('refuses a body without an sdkAppId', '{"jsCode":"code"}', [400, 'BODY_INVALID']),
    refuses('refuses a body without a jsCode', JSON.stringify({ sdkAppId: door.sdkAppId }), [400, 'JS_CODE_INVALID']),
    refuses('refuses a body of more than 65,536 bytes', bodyOf(door, 'x'.repeat(65_536)), [413, 'BODY_TOO_LARGE']),
  ]
}
