import { closeAll, customerWire, logIn, open, seatWire, staff, startFrame, type Address } from './wire'

afterEach(closeAll)

const token = 'of-prometheus'
const secrets = (name: string) => (name === 'TCCC_METRICS_TOKEN' ? token : undefined)
const scrape = async ({ url }: Address, authorization = `Bearer ${token}`) => {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization } })
  return { status: answer.status, text: await answer.text() }
}

describe('the metrics', () => {
  it('say what goes on, and what has happened', async () => {
    const centre = await open({}, { secrets })
    const seat = await seatWire(centre, '1')
    const ann = await customerWire(centre, 'ann')
    await logIn(centre, { sdkAppId: '1400000000', jsCode: '' })
    ann.say({ ...startFrame, n: 1 })
    await seat.next('seat/incoming')
    const during = await scrape(centre)
    expect(during.text).toContain('tccc_calls{phase="ringing"} 1\n')
    expect(during.text).toContain('tccc_calls{phase="talking"} 0\n')
    expect(during.text).toContain('tccc_seats{status="busy"} 1\n')
    expect(during.text).toContain('tccc_links{end="customer"} 1\n')
    expect(during.text).toContain('tccc_links{end="seat"} 1\n')
    expect(during.text).toContain('tccc_log_ins_total{result="ok"} 1\n')
    expect(during.text).toContain('tccc_log_ins_total{result="code"} 1\n')
    ann.say({ type: 'call/hangUp', callId: 'c1', closeBy: 'client', endStatus: 'ok', n: 2 })
    await seat.next('seat/missed')
    const after = await scrape(centre)
    expect(after.text).toContain('tccc_calls{phase="ringing"} 0\n')
    expect(after.text).toContain('tccc_calls_started_total 1\n')
    expect(after.text).toContain('tccc_calls_ended_total{end_status="ringingGiveUp"} 1\n')
    expect(after.text).toContain('tccc_wait_seconds_count 1\n')
    expect(after.text).toContain('tccc_talk_seconds_count 0\n')
    expect(after.text).toMatch(/^nodejs_eventloop_lag_seconds /m)
    expect(after.text).not.toMatch(/customer-|ann/)
  })

  it.each([
    ['without a token', '', 401],
    ['with another token', 'Bearer of-prometheuS', 401],
  ])('are closed %s', async (_, authorization, status) => {
    const centre = await open({}, { secrets })
    expect(await scrape(centre, authorization)).toMatchObject({ status })
  })

  it('are closed to every token when none is set', async () => {
    const centre = await open({}, { secrets: () => undefined })
    expect(await scrape(centre, 'Bearer undefined')).toMatchObject({ status: 403 })
  })

  it.each(['seat', 'supervisor', 'administrator'] as const)('open to a %s by the sign-in, if at all', async (role) => {
    const centre = await open({}, { secrets })
    const { status } = await fetch(`${centre.url}/metrics`, { headers: await staff(centre, role) })
    expect(status).toBe(role === 'seat' ? 401 : 200)
  })
})
