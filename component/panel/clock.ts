/** Seconds as `04:05`, from an hour on as `1:04:05`: the running clock and the length of a call look the same. */
export const clockText = (seconds: number): string => {
  const two = (number: number) => (number < 10 ? `0${number}` : `${number}`)
  const hours = Math.floor(seconds / 3600)
  const time = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${time}` : time
}
