/** What Prometheus' own tool says of the metrics and of the alert rules beside them. */
import { customerWire, closeAll, open, seatWire, startFrame } from '../../call-centre/spec/wire'
import { run } from './programs'

afterEach(closeAll)

it('finds nothing to say against the metrics', async () => {
  const centre = await open({}, { secrets: (name) => (name === 'TCCC_METRICS_TOKEN' ? 'token' : undefined) })
  const seat = await seatWire(centre, '1')
  const ann = await customerWire(centre, 'ann')
  ann.say({ ...startFrame, n: 1 })
  await seat.next('seat/incoming')
  const answer = await fetch(`${centre.url}/metrics`, { headers: { authorization: 'Bearer token' } })
  expect(run('promtool', ['check', 'metrics'], await answer.text())).toEqual({ status: 0, said: '' })
})

it('takes the alert rules, and each fires for what it is for', () => {
  expect(run('promtool', ['check', 'rules', 'call-centre/deploy/alerts.yml'])).toMatchObject({ status: 0 })
  const { status, said } = run('promtool', ['test', 'rules', 'spec/external/alerts.test.yml'])
  expect(said).not.toContain('FAILED')
  expect(status).toBe(0)
})
