/**
 * The users that live-pusher lists in the message of 1020, 1031 to 1034. WeChat does not document that message;
 * Tencent's public demos read it as JSON with a `userlist`. Whatever does not look so is ignored.
 */
export interface RemoteUser {
  readonly userId: string
  /** Empty: there is nothing to play, as of one who has left. */
  readonly playUrl: string
  /** Absent: the list does not say. */
  readonly hasAudio?: boolean
  readonly hasVideo?: boolean
}

const parse = (message: string): unknown => {
  try {
    return JSON.parse(message)
  } catch {
    return null
  }
}

const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined

export const remoteUsers = (message: string | undefined): readonly RemoteUser[] => {
  const list = field(parse(message ?? ''), 'userlist')
  if (!Array.isArray(list)) return []
  return list.map(userOf).filter((user) => user !== null)
}

const userOf = (user: unknown): RemoteUser | null => {
  const userId = field(user, 'userid')
  const playUrl = field(user, 'playurl')
  // A second stream is a shared screen: the voice is in the main one.
  if (typeof userId !== 'string' || userId === '' || field(user, 'streamtype') === 'aux') return null
  const [hasAudio, hasVideo] = [field(user, 'hasaudio'), field(user, 'hasvideo')]
  return {
    userId,
    playUrl: typeof playUrl === 'string' ? playUrl : '',
    ...(typeof hasAudio === 'boolean' ? { hasAudio } : {}),
    ...(typeof hasVideo === 'boolean' ? { hasVideo } : {}),
  }
}
