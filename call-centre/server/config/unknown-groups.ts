import type { CentreConfig, Menu } from './centre-config'

/** A name of a group, and where it stands: the names and indices that lead there. */
interface NamedGroup {
  readonly path: readonly string[]
  readonly group: string
}

/** Names of groups that are nowhere described, each with its remedy. */
export function unknownGroups(config: CentreConfig): readonly { readonly path: readonly string[]; message: string }[] {
  return groupsNamed(config).flatMap(({ path, group }) => {
    const message = `${path.join('.')} names "${group}", which is not among "groups". Add it, or correct the name.`
    return Object.hasOwn(config.groups, group) ? [] : [{ path, message }]
  })
}

function groupsNamed({ channels, groups }: CentreConfig): readonly NamedGroup[] {
  return [
    ...Object.entries(channels).flatMap(([channelId, { group, ivr }]) => [
      ...named(group, ['channels', channelId, 'group']),
      ...(ivr ? groupsIn(ivr, ['channels', channelId, 'ivr']) : []),
    ]),
    ...Object.entries(groups).flatMap(([groupId, { overflow }]) =>
      named(overflow?.to, ['groups', groupId, 'overflow', 'to']),
    ),
  ]
}

function groupsIn({ keys }: Menu, path: readonly string[]): readonly NamedGroup[] {
  return keys.flatMap(({ group, then }, index) => {
    const at = [...path, 'keys', String(index)]
    return [...named(group, [...at, 'group']), ...(typeof then === 'object' ? groupsIn(then, [...at, 'then']) : [])]
  })
}

function named(group: string | undefined, path: readonly string[]): readonly NamedGroup[] {
  return group === undefined ? [] : [{ path, group }]
}
