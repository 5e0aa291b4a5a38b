/** The picture of a recording: each is laid out once. */
import { type Picture, pictureOf, type Recording, replay } from 'tccc-wx-sdk/black-box'

const drawn = new WeakMap<Recording, Picture>()

export const drawnFrom = (recording: Recording): Picture => {
  const picture = drawn.get(recording) ?? pictureOf(replay(recording))
  drawn.set(recording, picture)
  return picture
}
