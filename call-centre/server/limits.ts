/**
 * What anybody may send, hold or take. `spec/limits.spec.ts` names the spec that goes up to each limit and one beyond. What a
 * company decides for itself stands in its configuration: links, sessions and log-ins.
 */
export const limits = {
  /** One frame of a customer, a seat or an operator, in bytes of UTF-8: PROTOCOL.md §3.6. */
  frameBytes: 65_536,
  /** Objects and lists within each other in one frame, the frame itself included. */
  frameLevels: 16,
  /** One frame in a room: offers of WebRTC are long. */
  roomFrameBytes: 262_144,
  /** Connections that a page names as it enters a room; it has one for each peer. */
  roomConnections: 8,
  /** A frame beyond this is not read to its end: its socket is closed with 1009. */
  socketFrameBytes: 524_288,
  /** What waits for a peer that does not read, before its socket is cut off. */
  unsentBytes: 1_048_576,
  /** One socket may send so many frames at once, */
  frameBurst: 1_000,
  /** and so many a second after that; then 4429. */
  framesPerSecond: 100,
  /** How long a client that is refused by 4429 or 4503 is asked to stay away. */
  retryAfterMs: 1_200,
  /** Invalid frames on one socket before it is closed with 4400. */
  invalidFrames: 4,
  /** Messages without an acknowledgement before the link is given up with 4400. */
  unacknowledged: 512,
  /** Links of one customer, those included that are lost and may be resumed. More is no phone: 4429. */
  linksOfCustomer: 16,
  /** Calls of one customer whose answers are remembered, */
  answersOfCustomer: 16,
  /** and customers of whom any are. */
  customersAnswered: 2_000,
  /** What an app says at once beside the voice, in bytes of UTF-8: PROTOCOL.md §4.4. */
  asideBytes: 4_096,
  /** One text beside the voice, in bytes of UTF-8, */
  textBytes: 1_024,
  /** and those of one call that are kept, the latest. */
  textsKept: 50,
  /** What an agent writes of one talk, in UTF-16 units. */
  notesUnits: 2_000,
  /** The body of a request, in bytes; then 413. */
  requestBytes: 65_536,
  /** Likewise of one that brings a recording: what a phone keeps of a call, and what stands around it. */
  recordingBytes: 393_216,
  /** Recordings that one customer may send at once, and then so many a minute, */
  recordingsPerMinuteOfCustomer: 6,
  /** and all of them together. */
  recordingsPerMinute: 120,
  /** Recordings that are kept of the calls of one customer, the latest, */
  recordingsOfCustomer: 10,
  /** and of all, as they are kept, deflated and in base64. */
  recordingsBytes: 16_777_216,
  /** What of a body is read after it is clear that nobody wants it; then the connection is closed. */
  unwantedBytes: 1_048_576,
  /** A code of `wx.login`, in UTF-16 units. */
  jsCodeUnits: 256,
  /** A password, in UTF-16 units: no shorter, */
  passwordUnitsAtLeast: 10,
  /** and no longer. */
  passwordUnits: 128,
  /** Passwords that wait to be compared, one after another; then 503. */
  passwordsWaiting: 32,
  /** Deeds of the staff that are remembered, */
  auditKept: 5_000,
  /** and sign-ins that were refused. */
  auditRefusalsKept: 1_000,
  /** Accounts of staff. */
  accounts: 5_000,
  /** How long an opening or a request may take, and how long a socket may be open before it says who it is. */
  patienceMs: 10_000,
  /** On more than one machine: who is let in with one turn of the event loop when a node takes over, */
  admittedAtOnce: 20,
  /** and who may wait meanwhile; then 503. */
  arrivalsWaiting: 10_000,
  /** How long they wait at a node that Redis does not answer: another one may know more. */
  cutPatienceMs: 1_000,
  /** A socket that was closed politely and does not answer is cut off after this. */
  goodbyeMs: 1_000,
  /** Records that are on their way to `cdrPushUrl` at one time; all others wait. */
  recordsInFlight: 8,
  /** Records that `cdrPushUrl` did not take in a day and that are listed. */
  deadLetters: 500,
  /** Messages of WeChat that are on their way at one time; all others wait. */
  messagesInFlight: 8,
  /** Messages of one template that a customer may allow before they are sent. */
  messagesAllowed: 20,
  /** Customers who are expected back and keep a place: beyond it nobody is offered one, and no agent calls anybody again. */
  placesKept: 1_000,
  /** Customers whose details are kept, those who logged in last. */
  customersKept: 10_000,
  /** Records that are kept, whatever their age, and so at most wait for `cdrPushUrl`, */
  recordsKept: 10_000,
  /** and that one answer of `/records` holds. */
  recordsShown: 500,
} as const
