// A component of its own, so that each second renders one text and not the page.
const twoDigits = (number) => (number < 10 ? `0${number}` : `${number}`)

Component({
  properties: {
    /** Epoch milliseconds. The time is computed from it, never counted: a phone that slept shows the truth. */
    since: { type: Number, value: 0 },
  },

  data: { time: '00:00' },

  lifetimes: {
    attached() {
      this.tick()
      this.timer = setInterval(() => this.tick(), 1000)
    },

    detached() {
      clearInterval(this.timer)
    },
  },

  methods: {
    tick() {
      const seconds = Math.max(0, Math.floor((Date.now() - this.data.since) / 1000))
      const hours = Math.floor(seconds / 3600)
      const time = `${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`
      this.setData({ time: hours > 0 ? `${hours}:${time}` : time })
    },
  },
})
