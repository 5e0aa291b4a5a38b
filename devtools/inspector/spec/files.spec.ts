/** @jest-environment jsdom */
import { dropped } from '../page/files'
import { openingState, reduce, type InspectorEvent } from '../page/state'

const drops = (file: Partial<File>): void => {
  document.dispatchEvent(Object.assign(new Event('drop'), { dataTransfer: { files: [file] } }))
}

const settles = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

it('a folder that was dropped is refused by name, and the next file is read', async () => {
  const told: InspectorEvent[] = []
  const dropping = dropped().subscribe((event) => told.push(event))
  drops({ name: 'folder', text: () => Promise.reject(new Error('it cannot be read')) })
  await settles()
  expect(told.reduce(reduce, openingState('en')).fault).toMatch(/^folder: This is no complete JSON/)
  drops({ name: 'call.json', text: () => Promise.resolve('{}') })
  await settles()
  expect(told.at(-1)).toEqual({ type: 'file/read', name: 'call.json', text: '{}' })
  dropping.unsubscribe()
})
