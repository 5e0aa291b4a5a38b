/** The picture inside of a media tag. */
export const createPicture = (): HTMLVideoElement => {
  const picture = document.createElement('video')
  picture.className = 'wx-picture'
  picture.autoplay = true
  picture.playsInline = true
  return picture
}

/** The customer's own picture: silent, and mirrored as a mirror would. */
export const showOwn = (picture: HTMLVideoElement, track: MediaStreamTrack | null, mirrored: boolean): void => {
  picture.muted = true
  picture.srcObject = track === null ? null : new MediaStream([track])
  picture.style.transform = mirrored ? 'scaleX(-1)' : ''
}
