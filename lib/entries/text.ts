/** `tccc-wx-sdk/text`: text beside the voice. */
export { conversation, type Conversation, type Seen, type Text } from '../app/conversation'
