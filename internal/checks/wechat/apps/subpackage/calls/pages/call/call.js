import { checkLogin } from 'tccc-wx-sdk/login'
import { map } from 'tccc-wx-sdk/rxjs'

Page({
  onReady() {
    checkLogin().catch((error) => console.log(error.code))
    const phase$ = this.selectComponent('#tcccSdk').session$.pipe(map(({ phase }) => phase))
    this.watching = phase$.subscribe((phase) => this.setData({ phase }))
  },

  onUnload() {
    this.watching.unsubscribe()
  },
})
