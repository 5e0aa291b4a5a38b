import { createFlow } from '../server/signalling/flow'

const [started, ringing, ended] = [{ type: 'call/started' }, { type: 'call/ringing' }, { type: 'call/ended' }] as const

const told = () => {
  const flow = createFlow()
  flow.number(started)
  return flow
}

describe('the numbers of a link, read again from a store', () => {
  it('give a client what was numbered while it was away', () => {
    const flow = createFlow(told().kept())
    flow.number(ringing)
    expect(flow.lacking(1)?.map((frame) => JSON.parse(frame) as unknown)).toEqual([{ ...ringing, n: 2 }])
  })

  it('are no use to a client that was told more, though as much has been numbered since', () => {
    const lost = told()
    const stored = lost.kept()
    lost.number(ringing)
    const flow = createFlow(stored)
    flow.number(ended)
    expect(lost.sent()).toBe(flow.sent())
    expect(flow.lacking(lost.sent())).toBeUndefined()
  })

  it('count anew with a client that has been back', () => {
    const flow = createFlow(told().kept())
    flow.lacking(1)
    flow.number(ringing)
    expect(flow.lacking(2)).toEqual([])
  })
})
