import { messageData } from '../../server/messages/message-data'

const words = { channel: '客户服务 Customer service', channelId: 'a b', time: '14:05', minutes: '5', seat: 'Lin' }

describe('the data of a message', () => {
  it('is what the template says, with the words filled in, and each value as short as WeChat takes it', () => {
    const template = {
      templateId: 'T1',
      page: 'pages/call/call?channel={channelId}',
      data: {
        thing1: '{channel}: your turn',
        time2: '{time}',
        number3: '{minutes}',
        thing4: 'a\nb {seat}',
        phrase5: '轮到您了请进来',
      },
    }
    expect(messageData(template, words)).toEqual({
      template_id: 'T1',
      page: 'pages/call/call?channel=a%20b',
      data: {
        thing1: { value: '客户服务 Customer servic' },
        time2: { value: '14:05' },
        number3: { value: '5' },
        thing4: { value: 'a b Lin' },
        phrase5: { value: '轮到您了请' },
      },
    })
  })

  it('puts any name into the address of a page, also half a character', () => {
    const template = { templateId: 'T1', page: 'pages/call/call?seat={seat}', data: { thing1: 'x' } }
    expect(messageData(template, { ...words, seat: 'Lin \ud83d' })).toMatchObject({
      page: 'pages/call/call?seat=Lin%20%EF%BF%BD',
    })
  })

  it('opens nothing where no page is said', () => {
    expect(messageData({ templateId: 'T1', data: { thing1: 'x' } }, words)).not.toHaveProperty('page')
  })
})
