import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openJournal } from '../state/journal'

const root = mkdtempSync(join(tmpdir(), 'journal-'))
let folder = ''
let count = 0
const path = () => join(folder, 'journal.jsonl')

beforeEach(() => {
  folder = join(root, String((count += 1)))
})
afterAll(() => {
  rmSync(root, { recursive: true })
})

/** Keeps one entry in each of two commits, and ends as a process that is killed does. */
const keepTwo = () => {
  const shelf = openJournal(folder)
  shelf.put('a', 'one', () => 1)
  shelf.commit()
  shelf.put('a', 'two', () => ({ deep: [2] }))
  shelf.put('b', 'three', () => 3)
  shelf.commit()
  shelf.put('a', 'late', () => 'never committed')
}

describe('a journal', () => {
  it('gives back what was committed, in its order, and nothing else', () => {
    keepTwo()
    const shelf = openJournal(folder)
    expect([...shelf.all('a')]).toEqual([
      ['one', 1],
      ['two', { deep: [2] }],
    ])
    expect([...shelf.all('b')]).toEqual([['three', 3]])
    expect([...shelf.all('c')]).toEqual([])
  })

  it('forgets what was removed', () => {
    keepTwo()
    const shelf = openJournal(folder)
    shelf.remove('a', 'one')
    shelf.commit()
    expect([...openJournal(folder).all('a').keys()]).toEqual(['two'])
  })

  it('a line that was cut off counts not at all: a turn is kept whole or not', () => {
    keepTwo()
    const whole = readFileSync(path(), 'utf8')
    writeFileSync(path(), whole.slice(0, -2))
    expect([...openJournal(folder).all('a').keys()]).toEqual(['one'])
    expect([...openJournal(folder).all('b').keys()]).toEqual([])
  })

  it('a damaged line in the middle is a fault that names it', () => {
    keepTwo()
    appendFileSync(path(), '[["a",\n[["a","four",4]]\n')
    expect(() => openJournal(folder)).toThrow(`${path()}:3 is damaged.`)
  })

  it('a commit without news writes nothing; many changes of one entry are one', () => {
    const shelf = openJournal(folder)
    for (let value = 0; value < 10; value += 1) shelf.put('a', 'one', () => value)
    shelf.commit()
    const { size } = statSync(path())
    shelf.put('a', 'one', () => 9)
    shelf.commit()
    expect(statSync(path()).size).toBe(size)
    expect(readFileSync(path(), 'utf8')).toBe('[["a","one",9]]\n')
  })

  it('is written anew when it has grown, and goes on', () => {
    const shelf = openJournal(folder)
    for (let value = 0; value < 20; value += 1) {
      shelf.put('a', 'long', () => String(value).repeat(1_000_000))
      shelf.commit()
    }
    expect(statSync(path()).size).toBeLessThan(16_777_216)
    shelf.put('a', 'last', () => true)
    shelf.commit()
    expect([...openJournal(folder).all('a').keys()]).toEqual(['long', 'last'])
  })

  it('is its owner’s alone', () => {
    keepTwo()
    expect(statSync(folder).mode & 0o77).toBe(0)
    expect(statSync(path()).mode & 0o77).toBe(0)
  })

  it('belongs to one process, until that process is gone', () => {
    keepTwo()
    writeFileSync(join(folder, 'lock'), String(process.ppid))
    expect(() => openJournal(folder)).toThrow(`${folder} is in use by process ${process.ppid}.`)
    writeFileSync(join(folder, 'lock'), '4194304')
    expect([...openJournal(folder).all('b').keys()]).toEqual(['three'])
  })

  it('keeps nothing any more when it is closed', () => {
    const shelf = openJournal(folder)
    shelf.put('a', 'one', () => 1)
    shelf.close()
    shelf.put('a', 'two', () => 2)
    shelf.commit()
    shelf.close()
    expect([...openJournal(folder).all('a').keys()]).toEqual(['one'])
  })
})
