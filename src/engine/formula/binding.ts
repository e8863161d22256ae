/** How tightly an operator binds; more binds first. */
export const BINDS = { or: 10, and: 20, not: 30, compare: 40, add: 50, multiply: 60, negate: 70 } as const
