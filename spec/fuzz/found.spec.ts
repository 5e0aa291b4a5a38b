/** Stories that once broke an invariant, shrunk; each stays broken by the same mistake. */
import { CALL_INVARIANTS } from './call/invariants'
import { playCall } from './call/play-call'
import { storyOfWords } from './script'
import { firstFault } from './trace'
import { WIRE_INVARIANTS } from './wire/invariants'
import { playWire } from './wire/play-wire'

/** Each word is `milliseconds since the word before@lane:letter`; the letters are those of the alphabets here. */
const CALL_STORIES: Readonly<Record<string, string>> = {
  'the line is given up in a call: the hang-up waits for the next line': '1@user:d 1@seat:s 1@seat:r 1@seat:a 0@line:k',
  'the same place in the queue, told twice': '1@user:d 1@seat:s 0@seat:r 0@seat:q 0@seat:q',
  'a seat that has left leaves again': '1@user:d 1@seat:s 1@media:L 1@media:L',
  'the app is hidden by the phone call that took the sound': '1@user:d 1@seat:s 1@phone:i 1@phone:h 1@phone:c',
  'the page leaves and comes back inside of a callback': '1@page:b 1@user:d 1@user:m 1@page:b 1@user:u',
}

const WIRE_STORIES: Readonly<Record<string, string>> = {
  'leaving and coming back inside of a callback': '0@page:b',
  'the welcome is lost, and messages come before it': '1@net:x 1@user:d',
  'a line that falls every four seconds for a minute': '51@user:d 101@net:k 0@net:F',
  'the centre restarts after it has acknowledged the start, and before it answers': '51@user:d 101@net:k 0@net:z',
  'a new credential while the centre restarts': '1001@user:d 21@net:g 0@net:z 8@net:t 10@page:a',
  'the centre still has the call whose line was given up': '51@user:d 100@net:d 0@net:k 31000@net:u 0@user:d',
}

describe('a story that once broke a call', () => {
  it.each(Object.entries(CALL_STORIES))('%s', (_, words) => {
    expect(firstFault(CALL_INVARIANTS, playCall(storyOfWords(words)))).toBeUndefined()
  })
})

describe('a story that once broke the line', () => {
  it.each(Object.entries(WIRE_STORIES))('%s', (_, words) => {
    expect(firstFault(WIRE_INVARIANTS, playWire(storyOfWords(words)))).toBeUndefined()
  })

  it('a new credential leaves the line alone, and is used when it opens next', () => {
    const { sockets } = playWire(storyOfWords('51@user:d 100@net:t 1000@net:t 1000@net:k'))
    expect(sockets.times).toHaveLength(2)
  })
})
