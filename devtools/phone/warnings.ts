/** What the phone tells a developer of the mini program: once each, on the console and beside the phone. */
import { language } from './wx/system'

type Listener = (text: string) => void

const told = new Set<string>()
const listeners = new Set<Listener>()

export const warn = (words: { readonly en: string; readonly zh: string }): void => {
  const text = words[language()]
  if (told.has(text)) return
  told.add(text)
  console.warn(text)
  for (const listener of listeners) listener(text)
}

/** Tells what was said before, and whatever comes. */
export const watchWarnings = (listener: Listener): void => {
  told.forEach(listener)
  listeners.add(listener)
}
