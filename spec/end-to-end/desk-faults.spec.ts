import { FAULT_NAMES } from './desk-faults/faults'
import { play } from './desk-faults/play'
import { openScene, type Scene } from './desk-faults/scene'

jest.setTimeout(60_000)

describe('a talk with a fault on the seat’s end, as `npm run faults:desk` plays fifty', () => {
  let scene: Scene

  beforeAll(async () => {
    scene = await openScene()
  })
  afterAll(() => scene.close())

  it.each(FAULT_NAMES)('%s: the talk goes on, muted as it was, and ends once', async (fault) => {
    expect(await play(scene, { fault, muted: true, hangsUpMeanwhile: false })).toMatchObject({ wrong: [] })
  })

  it('a hang-up while everything is swallowed closes the microphone at once, and is told once', async () => {
    const plan = { fault: 'swallowed', muted: false, hangsUpMeanwhile: true } as const
    expect(await play(scene, plan)).toMatchObject({ wrong: [] })
  })
})
