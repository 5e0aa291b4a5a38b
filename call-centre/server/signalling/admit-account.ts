import type { LinkMessage } from 'tccc-wx-sdk/call'
import type { CentreConfig } from '../config/centre-config'
import { comeBackLater } from '../frames'
import type { Entry, Links } from './link-door'
import type { Opening } from './opening'

/** For those who work here: the account that has opened the socket resumes its own links only. */
export function admitAccount<In, Out extends LinkMessage>(
  { maxLinks }: Pick<CentreConfig, 'maxLinks'>,
  { resume }: Opening,
  links: Links<In, Out>,
  accountId: string,
): Entry<In, Out> {
  const link = links.get(resume?.linkId ?? '')
  const lacking = link?.userId === accountId ? link.flow.lacking(resume?.seen ?? 0) : undefined
  if (link && lacking) return { link, lacking }
  return links.size >= maxLinks ? { code: 4503, reason: comeBackLater } : { userId: accountId }
}
