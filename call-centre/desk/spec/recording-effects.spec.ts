import { answerTo } from '../history/recording-effects'

it('a file that cannot be read, as a folder that was dropped, leaves nobody waiting', async () => {
  const file = new File([], 'folder')
  jest.spyOn(file, 'text').mockRejectedValue(new DOMException('gone', 'NotFoundError'))
  const answer = { type: 'recording/told', sessionId: 's1', told: { fault: 'UNREADABLE' } }
  expect(await answerTo({ type: 'click/add', sessionId: 's1', file })).toEqual(answer)
})
