const two = (number: number): string => `0${number}`.slice(-2)

/** Seconds as `04:05`, from an hour on as `1:04:05`: the running clock and the length of a call look the same. */
export const clockText = (seconds: number): string => {
  const hours = Math.floor(seconds / 3600)
  const time = [two(Math.floor(seconds / 60) % 60), two(seconds % 60)].join(':')
  return hours > 0 ? `${hours}:${time}` : time
}
