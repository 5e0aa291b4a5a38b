/** How good the net is said to be, each way: 1 best … 6 unusable. A browser's own is always good. */
export const netQuality = { local: 1, remote: 1 }
