/** A node by the command of the package, in a process of its own. */
import { spawn, type ChildProcess } from 'node:child_process'
import { eventually } from '../end-to-end/eventually'

export interface NodeProcess {
  readonly child: ChildProcess
  readonly url: string
  readonly said: () => string
}

/** `env`: besides that of this process. */
export function startNode(config: string, url: string, env: NodeJS.ProcessEnv): NodeProcess {
  const args = ['call-centre/command.cjs', '--config', config, '--port', new URL(url).port, '--node', url]
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env } })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  return { child, url, said: () => said }
}

/** As it says last. */
export function becomes(node: NodeProcess | undefined, role: 'leads' | 'follows' | 'waits'): Promise<void> {
  return eventually(async () => {
    await Promise.resolve()
    expect(
      node
        ?.said()
        .match(/This node (leads|follows|waits)/g)
        ?.at(-1),
    ).toBe(`This node ${role}`)
  }, 30_000)
}
