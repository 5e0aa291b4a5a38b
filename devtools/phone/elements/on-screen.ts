/** The media tags on the page, for `wx.createLivePusherContext` and `wx.createLivePlayerContext`. */
import type { Player } from './player'
import type { Pusher } from './pusher'

const pushers = new Set<Pusher>()
const players = new Map<Player, () => string>()

export const showPusher = (pusher: Pusher): void => {
  pushers.add(pusher)
}

export const hidePusher = (pusher: Pusher): void => {
  pushers.delete(pusher)
}

/** A page has one live-pusher at most. */
export const currentPusher = (): Pusher | undefined => [...pushers].at(-1)

export const showPlayer = (player: Player, id: () => string): void => {
  players.set(player, id)
}

export const hidePlayer = (player: Player): void => {
  players.delete(player)
}

export const shownPlayers = (): readonly Player[] => [...players.keys()]

export const currentPlayer = (id: string): Player | undefined => [...players].find(([, idOf]) => idOf() === id)?.[0]
