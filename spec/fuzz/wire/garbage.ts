/** Frames that no server should send. None of them has a number that the client could be waiting for. */
export const GARBAGE: Readonly<Record<string, string>> = {
  a: '',
  b: '{"type":"call/ended"',
  c: '[[[[[[[[]]]]]]]]',
  d: '{"type":"call/ended","sessionId":"session-1","closeBy":"seat","endStatus":"ok"}',
  e: '{"type":"call/ended","n":-1,"sessionId":"session-1","closeBy":"seat","endStatus":"ok"}',
  f: '{"type":"call/later","n":999999}',
  g: '{"__proto__":{"type":"call/ended","n":1},"constructor":{}}',
  h: '{"type":"link/heartbeat"}',
  i: '{"type":"link/ack","seen":"all"}',
  j: '{"type":"toString"}',
  k: 'null',
  l: '{"type":"link/welcome","linkId":"x","resumed":false,"seen":0,"heartbeatMs":10,"windowMs":10,"time":1}',
  m: '{"type":"link/invalid","reason":"what?"}',
}
