/**
 * A month where nobody gives a period, a unit of time, and the default of the schema [h]. `period.default` in the data is what
 * the graph takes; a test compares the two.
 */
export const HOURS_OF_A_MONTH = 730;
