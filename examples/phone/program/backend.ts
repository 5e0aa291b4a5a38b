/** The page of the browser as glass-easel's screen: touches become events of the mini program, `tap` among them. */
import { CurrentWindowBackendContext, Event } from 'glass-easel'

export const createBackend = (): CurrentWindowBackendContext => {
  const backend = new CurrentWindowBackendContext()
  backend.onEvent((target, type, detail: unknown, options) => {
    const event = new Event(type, detail, options)
    Event.dispatchEvent(target, event)
    return event.getEventBubbleStatus()
  })
  return backend
}
