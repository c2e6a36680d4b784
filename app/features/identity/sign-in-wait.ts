/** Minutes to wait where there were too many tries: the limits count by it, and every page says it. */
export const WAIT_MINUTES = 15;
