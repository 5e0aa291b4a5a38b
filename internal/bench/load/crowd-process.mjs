/** The child of crowd.mjs: many customers, who take what they are told and acknowledge it. */
import { createCustomer } from './customer.mjs'
import { until } from './until.mjs'

const url = process.argv[2]
const crowd = []
const atOnce = 50

const told = (message, customer) => {
  if (message.type === 'call/queued') customer.place = message.position
}

const join = async (count) => {
  const total = crowd.length + count
  while (crowd.length < total) {
    const names = Array.from({ length: Math.min(atOnce, total - crowd.length) }, (_, at) => `w${crowd.length + at}`)
    crowd.push(...(await Promise.all(names.map((name) => createCustomer(url, name, told)))))
  }
  await until('the crowd', () => crowd.every(({ place }) => place !== undefined))
  return {}
}

const report = () => ({
  gaps: crowd.reduce((sum, { gaps }) => sum + gaps, 0),
  places: crowd.map(({ place }) => place),
})

process.on('message', async (question) =>
  process.send(question.join === undefined ? report() : await join(question.join)),
)
