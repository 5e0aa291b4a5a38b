/** The customer's picture and voice, where the page wants them: stands in tccc-wx-sdk in the place of its own pusher. */
import { type Facing, type MediaWish, stopPusher, turnCamera } from '../lib/entries/index'
import { changed } from './view'
import { type FigureEvent, needHost, type SubComponent, type TagEvent } from './sub-component'

interface View {
  readonly pushUrl: string
  readonly enableMic: boolean
  readonly enableCamera: boolean
  readonly video: boolean
  /** The camera that a new tag opens first. A running one is turned by a command. */
  readonly devicePosition: Facing
}

const emptyView: View = {
  pushUrl: '',
  enableMic: true,
  enableCamera: false,
  video: false,
  devicePosition: 'front',
}

const viewOf = (wish: MediaWish, shown: View): View => {
  const { pushUrl, microphone, camera, video, facing } = wish
  if (pushUrl === '') return emptyView
  const devicePosition = pushUrl === shown.pushUrl ? shown.devicePosition : facing
  return { pushUrl, enableMic: microphone, enableCamera: camera, video, devicePosition }
}

const properties = {
  /** Whether the customer's own picture is mirrored on the phone: `auto`, `enable` or `disable`. */
  localMirror: { type: String, value: 'auto' },
  /** The picture that the seat sees while the app is in the background. */
  waitingImage: { type: String, value: '' },
}

type Data = { -readonly [Key in keyof View]: View[Key] }

interface Methods extends Pick<SubComponent, 'show' | 'confirm'>, WechatMiniprogram.Component.MethodOption {
  /** Turns to the other camera when that is wanted. */
  turn(facing: Facing): void
  onStatus(event: TagEvent): void
  onError(event: TagEvent): void
  onNet(event: FigureEvent): void
  onVolume(event: FigureEvent): void
}

interface Parts {
  host: SubComponent['host']
  shown: View
  /** The camera that is in use, or being turned to. */
  facing: Facing
}

Component<Data, typeof properties, Methods, [], Parts>({
  properties,
  data: { ...emptyView },
  relations: { './index': { type: 'parent' } },
  lifetimes: {
    created() {
      this.host = null
      this.shown = emptyView
      this.facing = 'front'
    },
    ready() {
      needHost(this)
    },
  },
  methods: {
    show(wish) {
      const view = viewOf(wish, this.shown)
      const changes = changed(this.shown, view)
      this.shown = view
      if (changes?.pushUrl !== undefined) this.facing = view.devicePosition
      if (changes !== null) {
        this.setData(changes, () => {
          this.confirm()
        })
        // Not every phone releases microphone and camera with the tag, and none at once.
        if (changes.pushUrl === '') stopPusher()
      }
      if (view.enableCamera) this.turn(wish.facing)
    },
    turn(facing) {
      if (facing === this.facing) return
      const before = this.facing
      this.facing = facing
      turnCamera(
        () => {
          this.confirm()
        },
        (message) => {
          this.facing = before
          this.host?.media$.next({ type: 'media/failed', target: 'facing', message })
        },
      )
    },
    confirm() {
      const { pushUrl, enableMic, enableCamera } = this.shown
      if (pushUrl === '') return
      this.host?.media$.next({
        type: 'media/applied',
        microphone: enableMic ? 'on' : 'off',
        camera: enableCamera ? 'on' : 'off',
        facing: this.facing,
      })
    },
    onStatus(event) {
      this.host?.onPusherStatus(event)
    },
    onError(event) {
      this.host?.onPusherError(event)
    },
    onNet(event) {
      this.host?.onPusherNet(event)
    },
    onVolume(event) {
      this.host?.onPusherVolume(event)
    },
  },
})
