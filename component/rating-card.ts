/** `tccc-wx-sdk/rating-card`: asks the customer what the call was like. It stands in call-panel. */
import { Subscription } from 'rxjs'
import { afterSetData } from '../lib/entries/index'
import { rating, type Rating, type RatingQuestion } from '../lib/entries/rating'
import { type InPanel, inPanel, sdkOf } from './in-panel'
import { NOTHING_PICKED, type Picked, ratingView, type RatingView } from './rating-card/view'
import { ratingWords } from './rating-card/words'

interface StarTap {
  readonly currentTarget: { readonly dataset: { readonly score: number } }
}

interface TagTap {
  readonly currentTarget: { readonly dataset: { readonly tag: string } }
}

interface Typed {
  readonly detail: { readonly value: string }
}

interface Methods extends WechatMiniprogram.Component.MethodOption {
  listen(): void
  ask(question: RatingQuestion | null): void
  pick(picked: Picked): void
  star(tap: StarTap): void
  tag(tap: TagTap): void
  type(typed: Typed): void
  send(): void
}

interface Parts extends InPanel {
  rating: Rating
  asking: Subscription
  question: RatingQuestion | null
  picked: Picked
  /** What stands in the field of the comment. */
  comment: string
}

type Data = Partial<{ -readonly [Key in keyof RatingView]: RatingView[Key] }>

Component<Data, WechatMiniprogram.Component.PropertyOption, Methods, [], Parts>({
  relations: inPanel,
  data: {},
  lifetimes: {
    created() {
      this.panel = null
      this.asking = new Subscription()
      this.question = null
      this.picked = NOTHING_PICKED
      this.comment = ''
    },
    attached() {
      // What it stands in is known, and is attached, after it.
      afterSetData(() => {
        if (!this.asking.closed) this.listen()
      })
    },
    detached() {
      this.asking.unsubscribe()
    },
  },
  methods: {
    listen() {
      this.rating = rating(sdkOf(this))
      this.asking.add(
        this.rating.question$.subscribe((question) => {
          this.ask(question)
        }),
      )
    },
    ask(question) {
      this.question = question
      if (question === null) this.comment = ''
      this.pick(question === null ? NOTHING_PICKED : this.picked)
    },
    pick(picked) {
      this.picked = picked
      this.setData(ratingView(this.question, picked, ratingWords()))
    },
    star({ currentTarget }) {
      this.pick({ ...this.picked, score: currentTarget.dataset.score })
    },
    tag({ currentTarget }) {
      const { tag } = currentTarget.dataset
      const { tags, score } = this.picked
      const others = tags.filter((each) => each !== tag)
      this.pick({ score, tags: others.length < tags.length ? others : [...tags, tag] })
    },
    type({ detail }) {
      this.comment = detail.value.trim()
    },
    send() {
      const { picked, comment } = this
      if (picked.score > 0) this.rating.rate(comment === '' ? picked : { ...picked, comment })
    },
  },
})
