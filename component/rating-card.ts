/** `tccc-wx-sdk/rating-card`: asks the customer what the call was like. It stands in call-panel. */
import { combineLatest, distinctUntilChanged, type Subscription } from 'rxjs'
import { rating, type Rating, type RatingQuestion } from '../lib/entries/rating'
import { type Attached, whileAttached } from './attached'
import { type InPanel, inPanel, panelOf, wordsIn } from './in-panel'
import { NOTHING_PICKED, type Picked, ratingView, type RatingView } from './rating-card/view'
import { type RatingWords, ratingWords } from './rating-card/words'

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
  follow(): Subscription
  ask(question: RatingQuestion | null, words: RatingWords): void
  pick(picked: Picked): void
  star(tap: StarTap): void
  tag(tap: TagTap): void
  type(typed: Typed): void
  send(): void
}

interface Parts extends InPanel, Attached {
  rating: Rating
  question: RatingQuestion | null
  words: RatingWords
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
      this.question = null
      this.picked = NOTHING_PICKED
      this.comment = ''
    },
    ...whileAttached,
  },
  methods: {
    follow() {
      const panel = panelOf(this)
      this.rating = rating(panel.sdk)
      return combineLatest([this.rating.question$, wordsIn(panel, ratingWords)])
        .pipe(distinctUntilChanged(([before], [now]) => before === null && now === null))
        .subscribe(([question, words]) => {
          this.ask(question, words)
        })
    },
    ask(question, words) {
      this.question = question
      this.words = words
      if (question === null) this.comment = ''
      this.pick(question === null ? NOTHING_PICKED : this.picked)
    },
    pick(picked) {
      this.picked = picked
      this.setData(ratingView(this.question, picked, this.words))
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
