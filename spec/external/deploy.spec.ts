/** The files of call-centre/deploy, asked of the programs that read them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freePort, newFolder, run, start, stopPrograms } from './programs'

jest.setTimeout(60_000)

afterEach(stopPrograms)

const read = (file: string): string => readFileSync(join('call-centre/deploy', file), 'utf8')

it('systemd has nothing to say about the unit', () => {
  const unit = join(newFolder('unit'), 'tccc-call-centre.service')
  writeFileSync(unit, read('tccc-call-centre.service'))
  expect(run('systemd-analyze', ['verify', unit])).toEqual({ status: 0, said: '' })
})

it('systemd would say what it does not know', () => {
  const unit = join(newFolder('unit'), 'tccc-call-centre.service')
  writeFileSync(unit, read('tccc-call-centre.service').replace('Restart=', 'Restrat='))
  expect(run('systemd-analyze', ['verify', unit]).said).toContain('Restrat')
})

it('coturn takes every line of its file', async () => {
  const folder = newFolder('turn')
  const port = await freePort()
  const file = join(folder, 'turnserver.conf')
  const places = ['listening-ip=127.0.0.1', `log-file=${folder}/log`, `pidfile=${folder}/pid`, 'simple-log']
  writeFileSync(file, `${read('turnserver.conf').replace('3478', String(port))}\n${places.join('\n')}\n`)
  await start('turnserver', ['-c', file], port)
  const log = readFileSync(join(folder, 'log'), 'utf8')
  expect(log).toContain('realm: calls.example.com')
  expect(log.split('\n').filter((line) => /Bad configuration|ERROR/.test(line))).toEqual([])
})
