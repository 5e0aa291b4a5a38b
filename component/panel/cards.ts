/** What may stand in the panel, and finds it: ../in-panel is the other end. */
export const cards = {
  './rating-card': { type: 'descendant' as const },
  './waiting-card': { type: 'descendant' as const },
}
