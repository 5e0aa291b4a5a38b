/** The length of a value as JSON in UTF-8, where a unit of UTF-16 takes one byte to U+007F, two to U+07FF, else three. */
export const jsonBytes = (value: object): number => {
  const json = JSON.stringify(value)
  let bytes = json.length
  for (let index = 0; index < json.length; index += 1) {
    const unit = json.charCodeAt(index)
    if (unit > 0x7f) bytes += unit > 0x7ff ? 2 : 1
  }
  return bytes
}
