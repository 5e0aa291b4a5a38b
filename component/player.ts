/** The seat's picture and voice, where the page wants them: stands in tccc-wx-sdk in the place of its own player. */
import type { SoundMode } from '../lib/entries/index'
import { changed } from './view'
import { type FigureEvent, needHost, type SubComponent, type TagEvent } from './sub-component'

interface View {
  readonly playUrl: string
  readonly soundMode: SoundMode
  readonly video: boolean
}

const emptyView: View = { playUrl: '', soundMode: 'speaker', video: false }

const NEVER: string[] = []

const properties = {
  /** How the picture fills its place: `contain` shows all of it, `fillCrop` leaves no margin. */
  objectFit: { type: String, value: 'contain' },
  /** When the picture goes on in WeChat's floating window: `push`, `pop`; none: never. Base library 2.10.3. */
  pictureInPictureMode: { type: Array, value: NEVER },
}

type Data = { -readonly [Key in keyof View]: View[Key] }

interface Methods extends Pick<SubComponent, 'show' | 'confirm'>, WechatMiniprogram.Component.MethodOption {
  onStatus(event: TagEvent): void
  onNet(event: FigureEvent): void
}

interface Parts {
  host: SubComponent['host']
  shown: View
}

Component<Data, typeof properties, Methods, [], Parts>({
  properties,
  data: { ...emptyView },
  relations: { './index': { type: 'parent' } },
  lifetimes: {
    created() {
      this.host = null
      this.shown = emptyView
    },
    ready() {
      needHost(this)
    },
  },
  methods: {
    show({ playUrl, soundMode, video }) {
      const view = playUrl === '' ? emptyView : { playUrl, soundMode, video }
      const changes = changed(this.shown, view)
      this.shown = view
      if (changes === null) return
      this.setData(changes, () => {
        this.confirm()
      })
    },
    confirm() {
      const { playUrl, soundMode } = this.shown
      if (playUrl !== '') this.host?.media$.next({ type: 'media/applied', soundMode })
    },
    onStatus(event) {
      this.host?.onPlayerStatus(event)
    },
    onNet(event) {
      this.host?.onPlayerNet(event)
    },
  },
})
