import { EMPTY, switchMap } from 'rxjs'
import type { CentreConfig } from '../config/centre-config'
import type { SecretName, Secrets } from '../config/needed-secrets'
import { ConfigFault } from '../config/read-config'
import type { Output } from '../terminal/output'
import { createNode, type Node, type NodeOptions } from './node'
import type { Role } from './term'

interface Parts extends Pick<NodeOptions, 'address' | 'host' | 'port' | 'staticRoots'> {
  readonly config: CentreConfig
  readonly secrets: Secrets
  readonly output: Output
}

/** Runs a node, and says what it is and what happens in it. Rejects as {@link createNode} does. */
export async function runNode({ config, secrets, output, ...options }: Parts): Promise<Node> {
  const { address } = options
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new ConfigFault(
      `--node ${address} is no address. Write how other nodes reach this one: http://10.0.0.5:7100.`,
    )
  }
  const node = await createNode(config, {
    ...{ ...options, secrets, log: output.complain },
    redisUrl: needed(secrets, 'TCCC_REDIS_URL', 'the address of Redis, as rediss://name:password@host:6379'),
    nodeKey: needed(secrets, 'TCCC_NODE_KEY', 'the same long random text for all nodes'),
  })
  node.role$.subscribe((role) => {
    output.say(wordsOf(role, output, config, address))
  })
  node.role$.pipe(switchMap((role) => (role.kind === 'leading' ? role.centre.event$ : EMPTY))).subscribe(output.note)
  return node
}

function needed(secrets: Secrets, name: SecretName, what: string): string {
  const secret = secrets(name)
  if (secret !== undefined) return secret
  throw new ConfigFault(
    `--node is given, and ${name} is not set. Put ${what} there, or into a file that ${name}_FILE names.`,
  )
}

function wordsOf(role: Role, { say }: Output, { log }: CentreConfig, address: string): string {
  if (role.kind === 'waiting') return 'This node waits: nobody is known to lead.'
  if (role.kind === 'following') return `This node follows the one at ${role.leader.address}.`
  const link = role.centre.waysIn(address).firstAdministratorLink()
  // A link that lets somebody in is no line for a log.
  if (link !== undefined && log.format === 'text')
    say(`Administrator  ${link}   (choose a password; the link is good once)`)
  return 'This node leads.'
}
