import { createApp, createPageLife } from '../program/app'

const launch = { path: 'pages/call/call', query: { channelId: 'direct' }, scene: 1001 }

/** A mini program that notes what it is told, in order. */
const program = () => {
  const told: unknown[] = []
  const notes = (name: string) => (options?: unknown) => told.push(options === undefined ? name : [name, options])
  const app = createApp()
  app.register({ onLaunch: notes('app launch'), onShow: notes('app show'), onHide: notes('app hide') })
  const page = { onLoad: notes('load'), onShow: notes('show'), onHide: notes('hide'), onUnload: notes('unload') }
  return { told, app, life: createPageLife(page, app, launch, (lifetime) => told.push(`components ${lifetime}`)) }
}

describe('the app of a mini program', () => {
  it('is what App was given, and its methods know it as `this`', () => {
    const app = createApp()
    app.register({
      globalData: { user: 'anna' },
      onLaunch(this: { globalData: { user: string } }, { path }: typeof launch) {
        this.globalData.user = path
      },
    })
    app.tell('onLaunch', launch)
    app.tell('onHide')
    expect(app.instance()).toMatchObject({ globalData: { user: 'pages/call/call' } })
  })
})

describe('the life of a page', () => {
  it('goes through the background and back beside that of the app', () => {
    const { told, life } = program()
    life.begin()
    life.hide()
    life.show()
    const shown = ['app show', launch]
    const [inSight, away] = [
      ['components show', 'show'],
      ['components hide', 'hide'],
    ]
    expect(told).toEqual([['load', launch.query], ...inSight, ...away, 'app hide', shown, ...inSight])
  })

  it('is over when the page is left: the app alone hears of the background', () => {
    const { told, life } = program()
    life.begin()
    life.end()
    life.hide()
    life.show()
    expect(told.slice(3)).toEqual(['unload', 'app hide', ['app show', launch]])
  })
})
