import { marbles } from 'rxjs-marbles/jest'
import { gateway, welcome } from './fake-gateway'

const briefly = (frame: string) => {
  const { type, n } = JSON.parse(frame) as { type: string; n: number }
  return `${type} ${String(n)}`
}

const messagesOf = (frames: readonly string[]) => frames.filter((frame) => frame.includes('call/')).map(briefly)

describe('a new link', () => {
  it(
    'offers version and credential, and sends the start with the opening: no round trip is lost',
    marbles((m) => {
      const user = '    s'
      const server = ['-o--w--']
      const wire = '    Os-----X'
      const told = '    o---n---'
      const sub = '     ^------!'
      const { told$, wire$, openings, frames, closings } = gateway(m, { server, user })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings).toEqual([['tccc.1', 'token.secret']])
      expect(messagesOf(frames)).toEqual(['call/start 1'])
      expect(closings).toEqual([1000])
    }),
  )

  it(
    'takes each number once: a duplicate is acknowledged again and not told',
    marbles((m) => {
      const server = ['-ow1-1-2']
      const wire = '    O--k-k-k-X'
      const told = '    o-nm---m-'
      const sub = '     ^--------!'
      const { told$, wire$, frames } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(frames).toEqual([1, 1, 2].map((seen) => `{"type":"link/ack","seen":${String(seen)}}`))
    }),
  )

  it(
    'goes on over frames that it cannot read: a number among them is taken, and not asked for again',
    marbles((m) => {
      const server = ['-owi2-jv']
      const wire = '    O--kk----X'
      const told = '    o-nim-ii-'
      const sub = '     ^--------!'
      const { told$, wire$ } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'acknowledges and ignores a type of a later version, and a second welcome',
    marbles((m) => {
      const server = ['-ownw2']
      const wire = '    O--k-k-X'
      const told = '    o-n--m-'
      const sub = '     ^------!'
      const { told$, wire$ } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'begins once more, with the same number, when the socket is lost before the welcome',
    marbles((m) => {
      const user = '    s'
      const server = ['-ox', /**/ '-ow']
      const wire = '    Os-----Os-X'
      const told = '    o-l----o-n'
      const sub = '     ^---------!'
      const { told$, wire$, openings, frames } = gateway(m, { server, user })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings[1]).toEqual(['tccc.1', 'token.secret'])
      expect(messagesOf(frames)).toEqual(['call/start 1', 'call/start 1'])
    }),
  )
})

describe('a link that was lost', () => {
  it(
    'resumes with the last number seen, and sends in order what the server has not: the start is covered, the rest not',
    marbles((m) => {
      const user = '    s---dh'
      const server = ['-ow1--x', '-o-u']
      const wire = '    Os-kdh-----O--(dh)X'
      const told = '    o-nm--l----o--u'
      const sub = '     ^-----------------!'
      const { told$, wire$, openings, frames, open } = gateway(m, { server, user })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings[1]).toEqual(['tccc.1', 'token.secret', 'resume.L.1'])
      expect(messagesOf(frames).slice(1)).toEqual(['call/digits 2', 'call/hangUp 3', 'call/digits 2', 'call/hangUp 3'])
      expect(open).toEqual({ now: 0, most: 1 })
    }),
  )

  it(
    'is up again when all that was missed has been told',
    marbles((m) => {
      const server = ['-ow1--x', '-o-U-2-3']
      const wire = '    O--k-------O----k-k-X'
      const told = '    o-nm--l----o----m-(mu)'
      const sub = '     ^-------------------!'
      const { told$, wire$ } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'is up again at the next heartbeat, when the server says that more was sent than comes',
    marbles((m) => {
      const server = ['-ow1--x', '-o-U-2-b']
      const wire = '    O--k-------O----k---X'
      const told = '    o-nm--l----o----m-u'
      const sub = '     ^-------------------!'
      const { told$, wire$ } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'sends nothing on a resumed link before the welcome: the hang-up waits for it',
    marbles((m) => {
      const user = '    ---------h'
      const server = ['-owx', '--o--u']
      const wire = '    O-------O----h-X'
      const told = '    o-nl----o----u'
      const sub = '     ^--------------!'
      const { told$, wire$ } = gateway(m, { server, user, values: { u: welcome({ resumed: true }) } })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'a hang-up while there is no socket does not wait for the pause to end',
    marbles((m) => {
      const user = '    ----h'
      const server = ['-owx', '-ou']
      const wire = '    O---O-h-X'
      const told = '    o-nlo-u'
      const sub = '     ^-------!'
      const { told$, wire$ } = gateway(m, { server, user, values: { u: welcome({ resumed: true }) } })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
    }),
  )

  it(
    'begins a new link when the server refuses: start and hang-up again from 1, the rest is dropped',
    marbles((m) => {
      const user = '    (sdh)'
      const server = ['-owx', '-of1']
      const told = '    o-nl----o-nm'
      const sub = '     ^------------!'
      const { told$, frames, openings } = gateway(m, { server, user })
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings[1]).toContain('resume.L.0')
      expect(messagesOf(frames).slice(3)).toEqual(['call/start 1', 'call/hangUp 2'])
    }),
  )

  it(
    'a gap in the numbers: closes with 4400, resumes after the last number in order, and tells each message once',
    marbles((m) => {
      const server = ['-ow1-3', '-ou23']
      const wire = '    O--k-X----O--kk-X'
      const told = '    o-nm-l----o-umm'
      const sub = '     ^---------------!'
      const { told$, wire$, openings, closings } = gateway(m, { server })
      m.expect(wire$).toBeObservable(wire)
      m.expect(told$, sub).toBeObservable(told)
      m.flush()
      expect(openings[1]).toContain('resume.L.1')
      expect(closings).toEqual([4400, 1000])
    }),
  )
})
