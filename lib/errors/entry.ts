/** One error in words. */
export interface ErrorEntry {
  readonly zh: string
  readonly en: string
  readonly cause: string
  readonly remedy: string
}

export const entry = (zh: string, en: string, cause: string, remedy: string): ErrorEntry => ({ zh, en, cause, remedy })
