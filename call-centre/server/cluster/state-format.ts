/**
 * What is kept has this format. Raise it with a change by which an older version would lose something, or could not read it:
 * a node of that version then leads no more as soon as a newer one has led.
 */
export const stateFormat = 1
