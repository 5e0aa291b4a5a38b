import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(__dirname, '../..')

/** `npm start -- --program <folder>`, up to the line that signs the first agent in. */
export const start = async (
  folder: string,
): Promise<{ readonly centre: ChildProcess; readonly url: string; readonly link: string }> => {
  const args = ['internal/scripts/start.mjs', '--program', folder, '--port', '0']
  const centre = spawn('node', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: centre.stdout })) {
    const [, link] = /^ +Workstation +(http:\S+)/.exec(line) ?? []
    if (link !== undefined) return { centre, link, url: new URL(link).origin }
  }
  throw new Error('the call centre did not start')
}
