/** Resolves in every case: with the HTTP status, or with the reason why no answer came (`body`: in words). */
export type PostJson = (
  url: string,
  data: object,
) => Promise<{ readonly status: number | 'hostNotAllowed' | 'noNetwork'; readonly body: unknown }>
