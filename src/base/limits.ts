/** Every limit of the product, each with its reason. */

/** Digits kept by exact decimals: more than any sum of money needs, so that sums and products never round. */
export const DECIMAL_DIGITS = 200

/** Decimal places of a quotient whose author named no rounding: shows any ratio to well below a hundredth of a fen. */
export const DIVISION_SCALE = 16

/** PostgreSQL cuts identifiers at 63 bytes; a cut name could meet another, so longer ones are refused. */
export const IDENTIFIER_BYTES = 59

/** One record of a CSV file. A longer one is a broken quote, not data, and must not fill the memory. */
export const RECORD_BYTES = 1_048_576

/** Bad rows kept in memory and shown; the file of bad rows holds all of them. */
export const BAD_ROWS_SHOWN = 20

/** An XLSX file is read whole by the library: larger ones are to be saved as CSV. */
export const XLSX_BYTES = 100 * 1_048_576

/** Depth of a formula: deeper nesting is a mistake, and would exhaust the stack. */
export const FORMULA_DEPTH = 100

/** Length of one formula in characters. */
export const FORMULA_LENGTH = 10_000

/** Steps of references in a path such as order.customer.segment. */
export const PATH_STEPS = 5

/** Depth of a reporting or sponsor line: a deeper one is a cycle that was not seen. */
export const LINE_DEPTH = 200

/** Rows fetched at a time from a cursor. */
export const CURSOR_ROWS = 5_000
