import type { CentreConfig, CompanyPageConfig } from './centre-config'

/** What may stand in braces in the address. */
const known = ['sessionId', 'caller', 'channel', 'nickName', 'phoneNumber', 'seatId']

/** Where the frame may show pages of, and whose pages hear of the call. */
export function originsOf({ address, origins }: CompanyPageConfig): readonly string[] {
  return [...new Set([new URL(address).origin, ...origins])]
}

/** What is wrong with the address, with its remedy. */
export function wrongCompanyPage({ workstation, publicUrl }: CentreConfig): readonly Wrong[] {
  const { companyPage } = workstation
  if (!companyPage) return []
  const wrong = (message: string): readonly Wrong[] => [
    { path: ['workstation', 'companyPage', 'address'], message: `workstation.companyPage.address ${message}` },
  ]
  const names = [...companyPage.address.matchAll(/\{([^}]*)\}/g)].map(([, name = '']) => name)
  const unknown = names.find((name) => !known.includes(name))
  if (unknown !== undefined) return wrong(`has "{${unknown}}", which is none of ${known.join(', ')}. Correct it.`)
  if (!URL.canParse(companyPage.address)) return wrong('is not an address. Correct it.')
  // A page of the desk's own origin could leave its sandbox.
  const own = publicUrl !== undefined && URL.canParse(publicUrl) ? new URL(publicUrl).origin : undefined
  return originsOf(companyPage).some((origin) => origin === own)
    ? wrong('is of the same origin as the desk. Serve it from another one.')
    : []
}

interface Wrong {
  readonly path: readonly string[]
  readonly message: string
}
