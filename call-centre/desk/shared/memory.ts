/** What a page remembers. Browsers may forbid storage; then it remembers nothing. */

/** Storage that is forbidden throws when it is touched. */
const read = (storage: () => Storage, name: string): string | null => {
  try {
    return storage().getItem(name)
  } catch {
    return null
  }
}

const write = (storage: () => Storage, name: string, value: string | null): void => {
  try {
    if (value === null) storage().removeItem(name)
    else storage().setItem(name, value)
  } catch {
    return
  }
}

const tab = (): Storage => sessionStorage
const browser = (): Storage => localStorage

/** Until the tab is closed. */
export const recall = (name: string): string | null => read(tab, name)

/** `null` forgets. */
export const remember = (name: string, value: string | null): void => {
  write(tab, name, value)
}

/** As long as the browser keeps it, for all tabs: what is of the computer, and of nobody's call. */
export const recallForGood = (name: string): string | null => read(browser, name)

export const rememberForGood = (name: string, value: string): void => {
  write(browser, name, value)
}
