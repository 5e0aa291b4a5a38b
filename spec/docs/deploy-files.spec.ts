/** What call-centre/deploy says in several places is said alike, and the call centre understands it. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkConfig } from '../../call-centre/server/config/read-config'
import { blocksOf, commandLines, read, root } from './markdown'

const file = (name: string): string => read(`call-centre/deploy/${name}`)

const source = ['call-centre/server', 'call-centre/media']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((name) => name.endsWith('.ts'))
  .map(read)
  .join('\n')

/** Secrets that the call centre asks for by name. */
const asked = new Set([...source.matchAll(/(?:secrets\(|need\(secrets, )'([A-Z_]+)'\)/g)].map(([, name = '']) => name))

/** What a node needs besides. */
const ofNodes = [...source.matchAll(/needed\(secrets, '([A-Z_]+)'/g)].map(([, name = '']) => name)

const GUIDES = ['docs/call-centre/first-call.md', 'docs/call-centre/first-call.zh-CN.md']

it.each(['centre.json', 'cluster/centre.json'])('the call centre takes %s', (name) => {
  expect(() => checkConfig(JSON.parse(file(name)))).not.toThrow()
})

it('the centre.json of several nodes is that of one, but for whom it believes', () => {
  const [one, several] = ['centre.json', 'cluster/centre.json'].map((name) => checkConfig(JSON.parse(file(name))))
  expect({ ...several, trustProxy: one?.trustProxy }).toEqual(one)
  for (const proxy of several?.trustProxy ?? []) expect(file('cluster/compose.yaml')).toContain(`subnet: ${proxy} `)
})

it('the compose file of several nodes names all secrets that a node needs, and its proxy all nodes', () => {
  const compose = file('cluster/compose.yaml')
  const named = [...compose.matchAll(/\b([A-Z][A-Z_]+)_FILE\b/g)].map(([, secret = '']) => secret)
  expect(ofNodes).not.toEqual([])
  expect(named).toEqual(expect.arrayContaining(ofNodes))
  expect(named.filter((secret) => !asked.has(secret) && !ofNodes.includes(secret))).toEqual([])
  const nodes = [...compose.matchAll(/'http:\/\/([\w-]+:\d+)'/g)].map(([, node = '']) => node)
  const proxied = [...file('cluster/nginx.conf').matchAll(/^ +server ([\w-]+:\d+) /gm)].map(([, node = '']) => node)
  expect(nodes).toHaveLength(2)
  expect(proxied).toEqual(nodes)
})

it('the guide prints the same command lines in both languages', () => {
  const [english, chinese] = GUIDES.map(commandLines)
  expect(english?.flat()).not.toEqual([])
  expect(chinese).toEqual(english)
})

describe.each(GUIDES)('%s', (page) => {
  it('prints centre.json as it is', () => {
    const [printed] = blocksOf(page).filter(({ language }) => language === 'json')
    expect(JSON.parse(printed?.code ?? '')).toEqual(JSON.parse(file('centre.json')))
  })

  it('names each secret that the call centre asks for, and no other', () => {
    const named = [...read(page).matchAll(/`([A-Z]+(?:_[A-Z]+)+)`/g)].map(([, name = '']) => name)
    expect([...new Set(named)].sort()).toEqual([...asked].sort())
  })
})

it('all secrets have names of one habit', () => {
  expect([...asked].filter((name) => !name.startsWith('TCCC_'))).toEqual([])
})

it.each(['compose.yaml', 'tccc-call-centre.service'])('%s names secrets that the call centre asks for', (name) => {
  const named = [...file(name).matchAll(/\b([A-Z][A-Z_]+)_FILE\b/g)].map(([, secret = '']) => secret)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((secret) => !asked.has(secret))).toEqual([])
})

it.each(['compose.yaml', 'tccc-call-centre.service', 'nginx.conf', 'Dockerfile'])(
  '%s knows one set of places',
  (name) => {
    const ports = [...file(name).matchAll(/127\.0\.0\.1:(\d+)/g)].map(([, port]) => port)
    expect(ports.filter((port) => port !== '7100')).toEqual([])
  },
)
