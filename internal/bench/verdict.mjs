const SLACK = 1.1

/** What a figure means: met, missed as before, or worse than it may be. One that is no number fails, too. */
export const verdictOf = ({ most, today = most, read, gate = { read, most: today } }, measured) => {
  const figure = read(measured)
  const held = gate.read(measured)
  if (!Number.isFinite(figure) || !Number.isFinite(held)) return { verdict: 'not measured', fails: true }
  if (held > gate.most * SLACK) return { verdict: 'WORSE', fails: true }
  if (figure <= most) return { verdict: 'met', fails: false }
  return { verdict: figure <= most * SLACK && today === most ? 'within 10 %' : 'missed', fails: false }
}
