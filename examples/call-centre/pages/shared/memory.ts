/** What a page remembers until its tab is closed. Browsers may forbid storage; then it remembers nothing. */

export const recall = (name: string): string | null => {
  try {
    return sessionStorage.getItem(name)
  } catch {
    return null
  }
}

/** `null` forgets. */
export const remember = (name: string, value: string | null): void => {
  try {
    if (value === null) sessionStorage.removeItem(name)
    else sessionStorage.setItem(name, value)
  } catch {
    return
  }
}
