/** Every limit of the product, each with its reason. */

/** Digits kept by exact decimals: a product of as many factors as one formula may nest (FORMULA_DEPTH), each as long as a file may write, is still exact. */
export const DECIMAL_DIGITS = 10_000

/** Decimal places of a quotient whose author named no rounding: shows any ratio to well below a hundredth of a fen. */
export const DIVISION_SCALE = 16

/** Decimal places of a prorated target: whole fen. */
export const TARGET_SCALE = 2

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

/** Rows of a table that formulas read: it is part of every formula that reads it, and its rows are compared with one another. A longer one is data. */
export const TABLE_ROWS = 2_000

/** Steps of references in a path such as order.customer.segment. */
export const PATH_STEPS = 5

/** Depth of a reporting or sponsor line: a deeper one is a cycle that was not seen. */
export const LINE_DEPTH = 200

/** Rows fetched at a time from a cursor. */
export const CURSOR_ROWS = 5_000

/** Digits of one number in a formula: any amount fits, and products stay well inside DECIMAL_DIGITS. */
export const NUMBER_DIGITS = 40

/** Mistakes reported for one formula: after so many the rest is noise. */
export const FORMULA_PROBLEMS = 10

/** Days that `within N days` may look back: a hundred years. */
export const WITHIN_DAYS = 36_525

/** Characters of an id, a name or another short text of a person or a unit: longer ones are a broken file, and would not fit an index. */
export const ORG_TEXT_LENGTH = 200

/** Names proposed for one that is not known: more than three no longer help. */
export const NEAR_SHOWN = 3

/** Unknown names for which close ones are looked up: each costs a pass over everybody, and nobody reads more. */
export const NEAR_LOOKUPS = 50

/** Rows of people or units sent to the database in one statement: large enough to be quick, small enough for the driver. */
export const ORG_BATCH_ROWS = 10_000

/** Times an anchor of a YAML file may be repeated: a few shared pieces are a convenience, thousands fill the memory out of nothing. */
export const YAML_ALIASES = 100

/** One YAML file of a plan folder: thousands of measures fit; a larger file is not a document. */
export const PLAN_DOCUMENT_BYTES = 4 * 1_048_576

/** Small tables of a plan folder (people, units, rates) are held in memory while they are checked: half a million people fit. */
export const PLAN_TABLE_BYTES = 128 * 1_048_576

/** Files of a plan folder; more are a folder chosen by mistake, such as a home directory. */
export const PLAN_FILES = 10_000

/** Folders inside folders of a plan. */
export const PLAN_DEPTH = 8

/** Share of a dataset's records above which changed records are not followed one by one: a pass over all of them is quicker. */
export const DIRTY_SHARE = 0.1

/** Share of the cells of some spans above which those that records changed are not computed one by one: a pass over all of their records, in parallel, is quicker. */
export const DIRTY_CELLS_SHARE = 0.05

/** So few cells are computed one by one whatever their share. */
export const DIRTY_CELLS_FEW = 20

/** So few changed records are followed one by one whatever their share. */
export const DIRTY_FEW = 200

/** Records among which the header of a data file is looked for: titles, notes and conditions above a table take a few lines. */
export const HEADER_SEARCH = 20

/** Records named for each reason why some were left out of a figure: enough to find the pattern, few enough to read. */
export const TRACE_EXAMPLES = 5

/** Tables of cells filled at the same time: more would only queue for the same cores. */
export const FILLS_AT_ONCE = 2

/** Values sampled for the statistics of a table of cells: its columns are evenly filled, and the default takes ten times as long. */
export const CELL_STATISTICS = 10

/** Records that one explanation reads and lists. They sit in memory, some 2 kB each; nobody reads more of them. */
export const EXPLAIN_RECORDS = 100_000

/** People named in one notice; the number says how many there are. */
export const NOTICE_NAMES = 5

/** Changed records of a dataset named when two runs are compared: more is an import, which is better looked at as one. */
export const COMPARED_RECORDS = 200
