/** Commands to the media tag, which has no answer to an attribute: a stop, and a turn to the other camera. */
import { redactText } from '../errors/redact-text'
import { attempt, type WxFailure } from './edge'
import { theWx } from './wx'

/** Lets go of microphone and camera. Without a pusher on the page it does nothing. */
export const stopPusher = (): void => {
  attempt(() => {
    theWx().createLivePusherContext().stop()
  })
}

/** Turns to the other camera. `failed` gets the words of the phone, without what must not be handed on. */
export const turnCamera = (turned: () => void, failed: (words: string) => void): void => {
  const fail = ({ errMsg = '' }: WxFailure) => {
    failed(redactText(errMsg))
  }
  attempt(() => {
    theWx().createLivePusherContext().switchCamera({ success: turned, fail })
  }, fail)
}

/** Runs `task` when what the page is changing now has been set. */
export const afterSetData = (task: () => void): void => {
  attempt(() => {
    theWx().nextTick(task)
  })
}
