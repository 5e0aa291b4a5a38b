/** The longest that a timer counts; it takes what is longer for nothing, and fires at once. */
export const LONGEST_TIMER_MS = 2_147_483_647
