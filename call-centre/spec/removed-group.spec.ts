/** An account that has a skill of a group which is not configured any more. */
import { memoryStore, type Entry } from '../server/state/store'
import { closeAll, open, staff } from './wire'

afterEach(closeAll)

const lin = { accountId: '1001', name: 'Lin', role: 'seat', disabled: false, skills: { gone: 2, support: 1 } } as const

const boss = { accountId: 'boss', name: 'Boss', role: 'administrator', disabled: false, password: 'chosen' }

/** The centre goes on with what was kept, without the group "gone". */
const house = async () => {
  const kept = [lin, boss].map((account): Entry => ['account', account.accountId, JSON.stringify(account)])
  const store = { ...memoryStore(), open: () => Promise.resolve(kept) }
  const centre = await open({ groups: { support: { name: 'Support' } } }, { store })
  const headers = await staff(centre, 'administrator')
  return async (change: object) => {
    const answer = await fetch(`${centre.url}/api/accounts/1001`, {
      ...{ method: 'PATCH', headers, body: JSON.stringify(change) },
    })
    return { status: answer.status, body: (await answer.json()) as object }
  }
}

it.each([{ disabled: true }, { name: 'Lin Fang' }, { role: 'supervisor' }])('is changed: %j', async (changed) => {
  const change = await house()
  expect(await change(changed)).toMatchObject({ status: 200, body: { ...changed, skills: lin.skills } })
})

it('loses that skill with the next change of skills', async () => {
  const change = await house()
  const answer = await change({ skills: { gone: 2, support: 3 } })
  expect(answer.status).toBe(200)
  expect(answer.body).toHaveProperty('skills', { support: 3 })
  expect(await change({ skills: { gone: 2 } })).toMatchObject({ status: 400, body: { code: 'GROUP_UNKNOWN' } })
})
