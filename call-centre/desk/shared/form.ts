/** What people put into forms and fields. */

/** What was typed into a form that is submitted; the browser itself sends it nowhere. */
export const fieldsOf = (submit: Event): Readonly<Record<string, string>> => {
  submit.preventDefault()
  if (!(submit.target instanceof HTMLFormElement)) return {}
  const texts = [...new FormData(submit.target)].flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  )
  return Object.fromEntries(texts)
}

/** What was typed, chosen or set in a field that tells of a change. */
export const valueOf = ({ target }: Event): string =>
  target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement
    ? target.value
    : ''
