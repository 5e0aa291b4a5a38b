/** A phone on the story's network: what a mini program asks of `wx`, in virtual time. */
import type { SocketTask } from '../../../lib/wx/wx'
import type { OpenSocket } from '../../../lib/link/socket'
import { givePhone, type Phone } from '../../wx/phone'

const nobody = (): void => undefined

/** `wx.connectSocket` over the story's network. */
const connect =
  (openSocket: OpenSocket) =>
  ({ url, protocols }: { readonly url: string; readonly protocols: readonly string[] }): SocketTask => {
    const socket = openSocket(url, protocols)
    let onOpen: () => void = nobody
    let onMessage: (message: { readonly data: unknown }) => void = nobody
    let onClose: (event: { readonly code?: number; readonly reason?: string }) => void = nobody
    socket.event$.subscribe((event) => {
      if (event.type === 'open') onOpen()
      if (event.type === 'frame') onMessage({ data: event.frame })
      if (event.type === 'closed') onClose(event)
    })
    return {
      send: ({ data }) => {
        socket.send(data)
      },
      close: ({ code, reason }) => {
        socket.close(code, reason)
      },
      onOpen: (listener) => void (onOpen = () => listener(undefined)),
      onMessage: (listener) => void (onMessage = listener),
      onClose: (listener) => void (onClose = listener),
      onError: nobody,
    }
  }

/** An app asks for what counts once, and its stories are many: each sets how it counts. `undefined`: a phone before 2.11.0. */
export const counter: { now: () => number | undefined } = { now: () => undefined }

const getPerformance = () => counter

/** A phone from which the app starts. */
export const firstPhone = (): Phone => givePhone(() => ({ getPerformance }))

export const phoneOn = (openSocket: OpenSocket): Phone =>
  givePhone(() => ({ connectSocket: connect(openSocket), getPerformance }))
