/** The state of a call kept by other means, for three subscribers; each maker returns what takes a frame. */
const start = { phase: 'ivr', held: false, queue: null, seat: null }

const reduce = (state, message) => {
  switch (message.type) {
    case 'call/started':
      return { ...start, sessionId: message.sessionId, room: message.room }
    case 'call/ivr':
      return { ...state, ivr: { prompt: message.prompt, keys: message.keys, path: message.path } }
    case 'call/queued':
      return { ...state, phase: 'waiting', queue: { position: message.position, waitMs: message.estimatedWaitMs } }
    case 'call/ringing':
      return { ...state, phase: 'ringing', seat: message.seat }
    case 'call/accepted':
      return { ...state, phase: 'talking', seat: message.seat }
    case 'call/held':
      return { ...state, held: message.held }
    case 'call/ended':
      return { ...state, phase: 'ended', end: message.endStatus }
    default:
      return state
  }
}

/** The floor: an object and three functions that are told of it. */
export const createClosures = () => {
  let state = start
  let seen = 0
  const told = [() => (seen += 1), () => (seen += 1), () => (seen += 1)]
  return (frame) => {
    state = reduce(state, JSON.parse(frame))
    told.forEach((tell) => tell(state))
  }
}

export const createEmitter = (emitter) => {
  let state = start
  let seen = 0
  for (let count = 0; count < 3; count += 1) emitter.on('state', () => (seen += 1))
  return (frame) => {
    state = reduce(state, JSON.parse(frame))
    emitter.emit('state', state)
  }
}

const threeSubscribers = ({ distinctUntilChanged, map }, state$) => {
  let seen = 0
  state$.subscribe(() => (seen += 1))
  for (const pick of [({ phase }) => phase, ({ queue }) => queue]) {
    state$.pipe(map(pick), distinctUntilChanged()).subscribe(() => (seen += 1))
  }
}

export const createPipeline = (rxjs) => {
  const { distinctUntilChanged, map, scan, share, Subject } = rxjs
  const frame$ = new Subject()
  threeSubscribers(rxjs, frame$.pipe(map(JSON.parse), scan(reduce, start), distinctUntilChanged(), share()))
  return (frame) => frame$.next(frame)
}

export const createMergePipeline = (rxjs) => {
  const { map, merge, scan, shareReplay, Subject } = rxjs
  const frame$ = new Subject()
  const of$ = (prefix) =>
    frame$.pipe(
      map(JSON.parse),
      map((message) => (message.type.startsWith(prefix) ? message : {})),
    )
  const state$ = merge(of$('call/'), new Subject(), new Subject()).pipe(scan(reduce, start), shareReplay(1))
  threeSubscribers(rxjs, state$)
  return (frame) => frame$.next(frame)
}

/** One machine, of which any number of actors can be made. */
export const createMachine = ({ assign, createActor, setup }) => {
  const to = (target) => ({ target, actions: assign(({ context, event }) => reduce(context, event)) })
  const targets = {
    started: 'ivr',
    ivr: 'ivr',
    queued: 'waiting',
    ringing: 'ringing',
    accepted: 'talking',
    ended: 'ended',
  }
  const on = Object.fromEntries(Object.entries(targets).map(([name, state]) => [`call/${name}`, to(`.${state}`)]))
  const states = {
    ivr: {},
    waiting: {},
    ringing: {},
    ended: {},
    talking: { on: { 'call/held': { actions: to('').actions } } },
  }
  const machine = setup({}).createMachine({ context: start, initial: 'ivr', on, states })
  return () => {
    const actor = createActor(machine)
    let seen = 0
    for (let count = 0; count < 3; count += 1) actor.subscribe(() => (seen += 1))
    actor.start()
    return (frame) => actor.send(JSON.parse(frame))
  }
}
