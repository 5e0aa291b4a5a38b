/**
 * What breaks the rules from the field (docs/contribute/field-rules.md): of each rule the lines that keep it, and what
 * breaks them. The spec that has to see it stands beside the rule.
 */
const rules = (folder) => (rule, file, from, to) => ({ rule, file: `${folder}${file}`, from, to })

const desk = rules('call-centre/desk/workstation/')
const seat = [
  desk(
    'A talk outlives a lost line of the seat',
    'centre-says.ts',
    'call === null || call.sessionId === sessionId ||',
    'call === null ||',
  ),
  desk(
    'A talk outlives a lost line of the seat',
    'centre-says.ts',
    "({ ...state, link: 'lost' })",
    "({ ...state, link: 'lost', call: null })",
  ),
  desk(
    'A hang-up acts here at once, told later',
    'agent-does.ts',
    "'click/hangUp': hungUp",
    "'click/hangUp': (s) => s",
  ),
  desk('A hang-up acts here at once, told later', 'centre-says.ts', 'if (state.over === sessionId) return state', ''),
  desk(
    'Mute and hold outlive a reload',
    'centre-says.ts',
    'state.recalled?.sessionId === sessionId ? state.recalled : talking',
    'talking',
  ),
  desk(
    'Mute and hold outlive a reload',
    'outbox.ts',
    "...(muted === told.muted ? [] : [{ type: 'seat/mute', sessionId, muted } as const]),",
    '',
  ),
  desk('Who would not hear a ring is told while idle', 'quiet-stage.ts', 'audible === false ?', 'audible === null ?'),
  desk(
    'A ringing card names the key that answers',
    'words.ts',
    '`Incoming call from ${caller}, ${channel}. Press Enter to answer.`',
    '`Incoming call from ${caller}, ${channel}.`',
  ),
  desk('Enter answers wherever it means nothing else', 'keys.ts', "'input, textarea,", "'button, input, textarea,"),
  desk(
    'Enter answers wherever it means nothing else',
    'keys.ts',
    "=== 'Enter' && !pressed.enterIsTaken",
    "=== 'Enter'",
  ),
  desk(
    'What became of a ring is told as it is',
    'words.ts',
    "    declined: 'It goes to others. You",
    "    declined: 'You",
  ),
  desk(
    'What became of a ring is told as it is',
    'quiet-stage.ts',
    "outcome.reason === 'declined' ? words.declinedTitle : words.missedTitle",
    'words.missedTitle',
  ),
  desk('The browser asks before a talk is closed', 'leaving.ts', 'leaving.preventDefault()', 'void leaving'),
  desk('Who types when a talk ends goes on typing', 'view.ts', ' || isAboutToWriteUp(state)', ''),
  desk('Notes of the last moment are in the record', 'remark.ts', 'timer(call.limitMs)', 'EMPTY'),
  desk('An answer is for the call that was shown', 'state.ts', 'follows && at - since <', 'follows && at - since < -'),
  desk(
    'A talk’s clock counts from receipt',
    'centre-says.ts',
    'const since = at - elapsedMs',
    'const since = at - elapsedMs + state.clockAheadMs',
  ),
]

const centre = rules('call-centre/')
const seatAtCentre = [
  centre(
    'A silent desk gets no calls',
    'server/sessions/floor.ts',
    "desk.wrapUp === undefined && desk.line === 'up'",
    'desk.wrapUp === undefined',
  ),
  centre(
    'A silent desk gets no calls',
    'server/signalling/link.ts',
    "this.close(4408, 'heartbeats are missing')",
    'void this',
  ),
  centre(
    'A seat that lets a ring pass is on a break',
    'server/sessions/ringing.ts',
    "if (desk) turn(floor, desk, { chosen: 'rest', away, reason })",
    '',
  ),
  centre(
    'A seat is taken over when the agent says so',
    'server/seats/seat-gateway.ts',
    'if (isOther && holder.desk !== desk && !takeOver) {',
    'if (isOther && takeOver === null) {',
  ),
]

const sdk = rules('lib/')
const voice = [
  sdk(
    'The call centre’s word outranks the room’s list',
    'policies/limits.ts',
    '(!held && (isLost(remote) || hasLeft(remote)))',
    '(isLost(remote) || hasLeft(remote))',
  ),
  sdk(
    'The call centre’s word outranks the room’s list',
    'policies/limits.ts',
    "userId !== '' && hasAudio !== false",
    "userId !== ''",
  ),
  sdk(
    'Repair never waits for ever',
    'call/phone.ts',
    'session.interruption === null || isAway(session) ? only(session) : uninterrupted(session)',
    'only(session)',
  ),
  sdk('Repair never waits for ever', 'call/media.ts', 'const TAKEN_MS = 60_000', 'const TAKEN_MS = 86_400_000'),
  sdk('Tones may ignore the mute switch', 'wx/tones.ts', 'if (!obeyMuteSwitch) setMuteSwitch(false)', ''),
  sdk(
    'The wished route of the sound is taken again',
    'call/remote.ts',
    'soundMode: again(soundMode), remote: { ...remote, reroutedAt: at }',
    'remote: { ...remote, reroutedAt: at }',
  ),
  sdk('The wished route of the sound is taken again', 'status-codes/status-codes.ts', "  2030: 'rerouted',\n", ''),
  sdk(
    'A call acts on documented codes alone',
    'status-codes/status-codes.ts',
    "  2004: 'up',\n",
    "  2004: 'up',\n  2032: 'up',\n",
  ),
  rules('component/')('The quality of the voice is set', 'index.wxml', 'audio-quality="high"', 'audio-quality="low"'),
  sdk(
    'Nothing waits for an event that a phone may lack',
    'wx/environment.ts',
    'attempt(() => on?.(listener))',
    'on(listener)',
  ),
  sdk(
    'Nothing waits for an event that a phone may lack',
    'status-codes/status-codes.ts',
    "  5001: 'interrupted',\n",
    '',
  ),
]

const phone = [
  sdk('The limit of sockets has an error', 'wx/edge.ts', '/exceeds? (the )?max/i', '/never said/i'),
  sdk(
    'Any number of components hold one socket',
    'app/shared-line.ts',
    'if (this.listeners.length === 1) {',
    'if (this.listeners.length >= 1) {',
  ),
  sdk(
    'A log-in’s life counts from its receipt',
    'app/login/log-in.ts',
    "if (typeof expiresInMs === 'number' && expiresInMs >= 0) return expiresInMs",
    '',
  ),
  sdk('A hint of the phone forbids nothing', 'app/readiness/judge.ts', "code !== 'NETWORK' && ", ''),
  sdk(
    'A log-in is bound to who gave it',
    'app/login/ticket.ts',
    'held?.ticket.sdkAppId === sdkAppId && held.ticket.issuer === issuer ?',
    'held?.ticket.sdkAppId === sdkAppId && issuer !== null ?',
  ),
  sdk(
    'No refusal of the phone is left uncaught',
    'wx/edge.ts',
    'if (isPromise(result)) result.then(nothing, fail)',
    '',
  ),
  sdk(
    'A phone that throws takes nothing along',
    'wx/socket.ts',
    'else attempt(() => this.listenTo(task), this.failed)',
    'else this.listenTo(task)',
  ),
  sdk(
    'A phone that throws takes nothing along',
    'wx/socket.ts',
    'attempt(() => this.task?.send({ data, fail: this.failed }), this.failed)',
    'this.task?.send({ data, fail: this.failed })',
  ),
  sdk(
    'So does one that throws when it is left, or logged on',
    'wx/environment.ts',
    'attempt(() => off?.(listener))',
    'off?.(listener)',
  ),
  sdk('A number that is dialled as an entry is in no recording', 'recording/redact.ts', 'redactNumbers(', 'String('),
  sdk('A log-in has a limit of its own', 'app/login/log-in.ts', 'LONGEST_MS = 20_000', 'LONGEST_MS = 86_400_000'),
  sdk(
    'What cannot be sent is rejected at once',
    'call/intents.ts',
    "if (!fits(id, channelId)) throw callError('CHANNEL_INVALID')",
    '',
  ),
  sdk(
    'What is no policy has a coded error',
    'run/policies.ts',
    "throw callError('POLICIES_INVALID')",
    "throw new TypeError('policy is no function')",
  ),
  sdk('Secrets that a failure repeats are redacted', 'wx/socket.ts', "kept.split(secret).join('[secret]')", 'kept'),
  sdk(
    'Words of others are redacted where they enter',
    'call/centre.ts',
    'redactText(message.message)',
    'message.message',
  ),
  sdk(
    'Words of others are redacted where they enter',
    'call/centre.ts',
    'reason : redactText(reason)',
    'reason : reason',
  ),
]

const line = [
  sdk(
    'An answered start is not sent again',
    'link/step.ts',
    'answers === null ? taken : answered(taken, answers)',
    'taken',
  ),
  sdk(
    'A start that comes back for a dead call is hung up',
    'call/centre.ts',
    '(session.sessionId !== sessionId || session.end.error !== null)',
    'session.sessionId !== sessionId',
  ),
  sdk(
    'The end of an absence is told in every phase',
    'call/phone.ts',
    'isConnected(back) && back.acceptedAt !== null',
    "back.phase === 'talking'",
  ),
  sdk(
    'A frame that is too long has its number taken',
    'link/step.ts',
    '() => take(link, incoming.n)',
    '() => stay(link)',
  ),
  sdk(
    'The length of a frame is counted in bytes',
    'link/codec.ts',
    'if (unit > 0x7f) counted +=',
    'if (unit > 0xffff) counted +=',
  ),
  sdk(
    '`closeBy` tells who it was',
    'call/centre.ts',
    "endHere(closed, { closeBy: 'admin', endStatus",
    "endHere(closed, { closeBy: 'client', endStatus",
  ),
  sdk(
    'What waits to be said is queued once',
    'link/step.ts',
    'const isWaiting = waiting(before, asks) !== undefined',
    'const isWaiting = waiting(before, asks) === null',
  ),
  sdk(
    'No word of a server goes below the backoff',
    'link/retry-delay.ts',
    'return Math.max(serverPauseMs(context), backoffMs(context))',
    'return hasWord ? serverPauseMs(context) : backoffMs(context)',
  ),
]

const clocks = [
  rules('component/')('A talk lasts as long as it lasted', 'index.ts', ', now: wxNow }', ' }'),
  centre(
    'A step of the centre’s clock bends nothing',
    'server/signalling/signalling-gateway.ts',
    'if (expiresAt <= clock.now())',
    'if (expiresAt <= clock.date())',
  ),
  centre(
    'The centre measures by a clock that nobody sets',
    'server/sessions/clock.ts',
    'now: () => Math.round(beginning + performance.now()),',
    'now: () => Date.now(),',
  ),
  centre(
    'A record lasts as long as its call',
    'server/records/record-book.ts',
    'const call = dated(session, endedAt - at)',
    'const call = dated(session, 1_780_000_000_000)',
  ),
]

const doors = [
  centre(
    'No page is framed by another origin',
    'server/http/page-headers.ts',
    `ancestors.length === 0 ? "'none'" : ancestors.join(' ')`,
    `ancestors.length === 0 ? '*' : ancestors.join(' ')`,
  ),
  centre(
    'Pages do nothing that their policy forbids',
    'server/http/page-headers.ts',
    `  'style-src': "'self'",\n`,
    `  'style-src': "'none'",\n`,
  ),
  centre(
    'The policy of every page is strict',
    'server/http/page-headers.ts',
    `'script-src': "'self'"`,
    `'script-src': "'self' 'unsafe-inline'"`,
  ),
  centre(
    'Log-ins are limited by source',
    'server/login/login.ts',
    'knock: (source) => limited(sources(source)),',
    'knock: () => limited(everybody),',
  ),
  centre(
    'A page of another site logs nobody in',
    'server/http/create-http.ts',
    'else if (changes(method) && !origins.isOwnOrigin(raw)) give(reply, foreignPage)',
    '',
  ),
  centre(
    'A page of another site logs nobody in',
    'server/http/create-http.ts',
    "opens !== 'probe' && !origins.isOwnHost(raw)",
    "opens === 'nobody'",
  ),
  centre('Who floods on is cut off', 'server/frames.ts', 'if (code === tooFast) socket.pause()', ''),
  centre('Who floods on is cut off', 'server/http/upgrades.ts', '  closeTimeout: limits.goodbyeMs,\n', ''),
  centre(
    'The operator’s door has the pace',
    'server/signalling/link.ts',
    'if (!this.pace.allows()) {',
    'if (this.pace === null) {',
  ),
  centre('A room has the pace', 'media/webrtc/room-gateway.ts', 'if (!pace.allows()) {', 'if (pace === null) {'),
  centre('A link has the pace', 'server/signalling/link.ts', 'if (!this.pace.allows()) {', 'if (this.pace === null) {'),
  centre(
    'Many seats hear of many changes together',
    'server/sessions/settle.ts',
    'if (floor.desks.size < MANY_SEATS) return',
    'if (floor.desks.size > 0) return',
  ),
  centre(
    'A refused socket is let go at once',
    'server/http/upgrades.ts',
    "raw.once('finish', () => raw.destroy())",
    '',
  ),
  centre('A record goes to nobody else', 'server/records/webhook.ts', "redirect: 'error'", "redirect: 'follow'"),
  centre(
    'An address for records keeps its query',
    'server/records/webhook.ts',
    'const address = new URL(url)',
    "const address = new URL(url.split('?')[0] ?? url)",
  ),
  centre('Records go out eight at a time', 'server/records/outbox.ts', ', limits.recordsInFlight)', ')'),
  centre(
    'A useless log-in body has its own code',
    'server/http/create-http.ts',
    'if (error.statusCode === 413) return give(reply, tooLarge(request.routeOptions.bodyLimit))',
    '',
  ),
  centre(
    'A useless log-in body has its own code',
    'server/http/create-http.ts',
    'if (error.statusCode === 400) return give(reply, malformed)',
    '',
  ),
]

const command = rules('devtools/command/')
const rest = [
  command(
    'Secrets and escapes reach no terminal',
    'command.ts',
    'outside.print(harmless(text))',
    'outside.print(text)',
  ),
  command(
    'Secrets and escapes reach no terminal',
    'command.ts',
    'outside.complain(harmless(text))',
    'outside.complain(text)',
  ),
  rules('')(
    'Every locked package has its hash',
    'package-lock.json',
    '"requires": true,\n  "packages": {\n',
    '"requires": true,\n  "packages": {\n    "node_modules/planted": { "version": "1.0.0" },\n',
  ),
]

const sample = rules('examples/mini-program/pages/call/')
const walk = [
  rules('')(
    'The first sample reaches an agent',
    'README.zh-CN.md',
    "sdk.startCall({ channelId: 'direct' }).catch",
    "sdk.startCall({ channelId: 'service' }).catch",
  ),
  sample('No wait is promised that nobody knows', 'screen.js', "if (estimatedWaitMs === null) return ''", ''),
  rules('devtools/phone/')(
    'A broken page that is not listed stops nothing',
    'build/checked.ts',
    "severity === 'error' && FATAL.includes(code)",
    'FATAL.includes(code)',
  ),
  rules('')('Chinese pages have no blank where a line ends', 'README.zh-CN.md', '先有按键菜单', '先有按键\n菜单'),
  rules('devtools/check/')(
    'A handler that is not there is named',
    'check-part.ts',
    "found('HANDLER_MISSING', place, handler, binding, script)",
    "found('HANDLER_MISSING', place, binding, handler, script)",
  ),
  sample(
    'A call on hold says so, and nothing moves',
    'screen.js',
    'hint: held ? words.held : words.talking',
    'hint: words.talking',
  ),
  rules('')('Each command is named with what it does', 'package.json', '"test:fast":', '"test:quick":'),
]

export const mutants = [...walk, ...seat, ...seatAtCentre, ...voice, ...phone, ...line, ...clocks, ...doors, ...rest]
