/** What was typed into a form that is submitted; the browser itself sends it nowhere. */
export const fieldsOf = (submit: Event): Readonly<Record<string, string>> => {
  submit.preventDefault()
  if (!(submit.target instanceof HTMLFormElement)) return {}
  const texts = [...new FormData(submit.target)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return Object.fromEntries(texts)
}
