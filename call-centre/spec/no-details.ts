/** Customers who have given nothing of a profile. */
export const noDetails = { note: () => undefined, of: () => ({}), inRecord: () => ({}) }
