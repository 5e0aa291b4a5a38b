import type { Messages } from '../server/messages/messages'

/** For a centre that sends no messages of WeChat. */
export const noMessages: Messages = {
  templates: {},
  allow: () => undefined,
  knows: () => false,
  mayReach: () => false,
  send: () => false,
  drop: () => false,
  of: () => [],
  onTold: () => undefined,
}
