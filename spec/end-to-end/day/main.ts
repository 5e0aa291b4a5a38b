/** `npm run day -- [--seed 1] [--customers 40]`: a day at the call centre, and whether everybody says the same of it. */
import { parseArgs } from 'node:util'
import { disagreements, type Told } from './agreement'
import { playDay } from './play'

const { values } = parseArgs({ options: { seed: { type: 'string' }, customers: { type: 'string' } } })
const [seed, count] = [Number(values.seed ?? 1), Number(values.customers ?? 40)]

const counted = (words: readonly string[]): string =>
  [...new Set(words)]
    .sort()
    .map((word) => `${word} ${words.filter((each) => each === word).length}`)
    .join(', ')

/** What the script wanted and what the history has, of each customer of whom something is wrong. */
const printCases = ({ customers, stories }: Told, wrong: readonly string[]): void => {
  for (const { customer, caller, end } of customers) {
    if (!wrong.some((sentence) => sentence.startsWith(customer.name))) continue
    console.log(JSON.stringify({ customer, end, story: stories.filter((story) => story.caller === caller) }, null, 1))
  }
}

const main = async (): Promise<void> => {
  const told = await playDay(seed, count)
  console.log(`seed ${seed}, ${told.customers.length} customers`)
  console.log(`customers: ${counted(told.customers.map(({ end }) => `${end.endStatus} by ${end.closeBy}`))}`)
  console.log(`at seats:  ${counted(told.parts.map(({ outcome }) => outcome))}`)
  console.log(`board:     ${told.shown.slice(0, 6).join(' · ')}`)
  const wrong = disagreements(told)
  for (const sentence of wrong) console.log(`  ${sentence}`)
  printCases(told, wrong)
  console.log(wrong.length === 0 ? 'all agree' : `${wrong.length} disagreements`)
  process.exitCode = wrong.length === 0 ? 0 : 1
}

void main()
