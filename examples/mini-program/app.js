import { applySettings } from './settings'

App({
  onLaunch() {
    applySettings()
  },
})
