/** Every limit of the product, each with its reason. */

/** Digits kept by exact decimals: a product of as many factors as one formula may nest (FORMULA_DEPTH), each as long as a file may write, is still exact. */
export const DECIMAL_DIGITS = 10_000

/** Decimal places that a quotient is carried at while a result is worked out: multiplied by any amount, what is cut off stays far below SETTLED_SCALE. */
export const DIVISION_SCALE = 40

/**
 * Decimal places at which a number that a division went into is compared, looked up in a table and rounded: 300 × 20 ÷ 30 is 200, not a hair beside it.
 * No figure that is meant to differ differs by less.
 */
export const SETTLED_SCALE = 20

/** Decimal places of a quotient as it is stored and shown: any ratio to well below a hundredth of a fen. */
export const SHOWN_SCALE = 16

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

/** Random bytes of a session token, a link or a key: nothing that can be guessed. */
export const TOKEN_BYTES = 32

/** Fewest characters of a password; with no rule about kinds of characters (NIST SP 800-63B), length is what counts. */
export const PASSWORD_LENGTH = 10

/** Most characters of a password: a long sentence fits, and hashing it stays cheap. */
export const PASSWORD_LENGTH_MOST = 200

/** Fewest digits of a password that is nothing but digits: shorter ones are telephone numbers, dates and card numbers. */
export const PASSWORD_DIGITS = 20

/** Characters that a password needs beside a common word, the login or the name in it. */
export const PASSWORD_OWN_CHARACTERS = 6

/** Memory of one password hash, and passes over it: what OWASP's password storage cheat sheet asks of argon2id. */
export const PASSWORD_MEMORY_KIB = 19_456
export const PASSWORD_PASSES = 2

/** A session nobody uses ends after so many hours: a browser left open overnight is signed out. */
export const SESSION_IDLE_HOURS = 12

/** A session ends after so many days however much it is used: a stolen one does not last. */
export const SESSION_DAYS = 14

/** Seconds between two notes of when a session or a key was last used: a note a request would be a write a request. */
export const SEEN_SECONDS = 60

/** Failed sign-ins in a row without a wait, for one login from one address: everybody mistypes. */
export const SIGN_IN_FREE_FAILURES = 5

/** The same for all logins from one address: an office shares one. */
export const SIGN_IN_FREE_FAILURES_ADDRESS = 50

/** The same for one login from all addresses where it was never used. */
export const SIGN_IN_FREE_FAILURES_LOGIN = 20

/** The longest wait after failed sign-ins: guessing becomes hopeless long before, and a person can sit it out. */
export const SIGN_IN_WAIT_SECONDS = 900

/** The longest wait that strangers can cause for a login on a browser and from an address where it was never used. */
export const SIGN_IN_WAIT_SECONDS_LOGIN = 60

/** Failed sign-ins are forgotten after so many hours. */
export const SIGN_IN_MEMORY_HOURS = 24

/** An address from which somebody signed in during so many days is known to be theirs. */
export const KNOWN_ADDRESS_DAYS = 90

/** A browser stays known for so many days after it was last signed in with. */
export const DEVICE_DAYS = 365

/** Minutes in which a one-time link to come in can be used: it is read off a terminal. */
export const LINK_MINUTES = 30

/** Days in which a link to choose a password can be used: it is sent to a person, who may be away over the weekend. */
export const PASSWORD_LINK_DAYS = 3

/** Minutes between leaving for another sign-in service and coming back from it. */
export const OIDC_MINUTES = 10

/** Days a key may last, and how many keys one user may have. */
export const API_KEY_DAYS = 366
export const API_KEYS_A_USER = 20

/** Days a delegation may last: a longer absence is a change of the line. */
export const DELEGATION_DAYS = 366

/** Characters of a login, and of a short text such as a name or a reason that people enter. */
export const LOGIN_LENGTH = 100
export const REASON_LENGTH = 500

/** Jobs that one process works on at the same time: one that takes long must not keep a short one waiting, and more would queue for the same cores. */
export const JOBS_AT_ONCE = 2

/** How often a job is taken up again after the process that worked on it died: one that kills its process each time must not do so for ever. */
export const JOB_ATTEMPTS = 3

/** Between two looks for jobs: soon enough for whoever waits, and one short query. */
export const JOB_POLL_MS = 1_000

/** Between two reports of the progress of a job: each is a transaction and a message to everybody who watches. */
export const JOB_PROGRESS_MS = 300

/** Open jobs looked at for one to take; those of other processes are among them. */
export const JOB_CANDIDATES = 200

/** Body of a request that names no other limit: any document fits many times over. */
export const BODY_BYTES = 1_048_576

/** Lists and objects inside each other in a JSON body: documents nest a dozen deep; more is an attack on whoever walks it. */
export const JSON_DEPTH = 64

/** Rows of a page of a list where nothing is said, and at most. */
export const PAGE_ROWS = 50
export const PAGE_ROWS_MOST = 200

/** Characters of an idempotency key: a UUID takes 36. */
export const IDEMPOTENCY_KEY_CHARS = 200

/** Days that answers are kept for repeated requests: a phone that was off over a long week-end still gets its answer. */
export const IDEMPOTENCY_DAYS = 7

/** Characters of an encoded parameter of a path: an id of ORG_TEXT_LENGTH Chinese characters, each of nine. */
export const PATH_PARAM_CHARS = 2_048

/** Requests of one user in a minute: pages ask for a dozen things at a time, programs import by files; more is a loop gone wild. */
export const REQUESTS_A_MINUTE = 6_000

/** Writes of one user in a minute. */
export const WRITES_A_MINUTE = 600

/** Requests from one address in a minute by nobody who is signed in: an office that comes to work, not a scan. */
export const STRANGERS_REQUESTS_A_MINUTE = 600

/** Writes from one address in a minute by nobody who is signed in: the sign-ins of an office in the morning, each of which costs a hash of a password. */
export const STRANGERS_WRITES_A_MINUTE = 300

/** Users and addresses whose requests are counted at a time; the ones heard of least lately are forgotten. */
export const COUNTED_CALLERS = 20_000

/** Files in one upload, and fields beside them. */
export const UPLOAD_FILES = 1
export const UPLOAD_FIELDS = 20

/** Streams of events of one user at a time: one a tab. The oldest gives way. */
export const EVENT_STREAMS = 12

/** Silence on a stream of events: shorter than proxies wait before they take a connection for dead. So often it is asked whether the session still holds. */
export const EVENT_BEAT_MS = 25_000

/** Wait before the connection that hears of changes is opened again. */
export const LISTEN_AGAIN_MS = 1_000

/** A request that is not received whole after this long is given up: nobody holds connections open for nothing. Uploads of XLSX_BYTES take less on a slow line. */
export const REQUEST_MS = 300_000

/** Ports after the default one that are tried where it is taken. */
export const PORTS_TRIED = 20

/** Time that requests under way are given when the server is told to stop: less than the command line gives a command. */
export const CLOSE_MS = 2_500

/** How long a server that closes waits then for work whose client has left. */
export const FINISH_MS = 1_000

/** Records of one measure that a page gets to work a result out again: as JSON some 300 bytes each, on a phone. */
export const FACT_RECORDS = 20_000

/** Records shown with each measure of an explanation; the others are asked for page by page. */
export const TRACE_RECORDS = 20

/** Documents of a draft and periods that one back-test takes: a company has a few hundred documents and looks at a year or two. */
export const DRAFT_DOCUMENTS = 500
export const BACKTEST_PERIODS = 24

/** Days that a file sent to be imported is kept, with the report of its import: over a week-end, and somebody who asks on Monday. */
export const UPLOAD_DAYS = 7

/** Pieces in which such a file is stored. */
export const UPLOAD_PART_BYTES = 1_048_576

/** Rows of a file shown as they will be read, before it is imported. */
export const PREVIEW_ROWS = 20

/** Findings about a file that are shown one by one; the rest is counted. */
export const FINDINGS_SHOWN = 100

/** Differences of a file of people or units that are shown one by one; the rest is counted. */
export const DIFFERENCES_SHOWN = 200

/** Bad rows of such a file that are handed back to be mended; with more of them it is another kind of file. */
export const ORG_BAD_ROWS_SENT = 2_000

/** Records that are counted for a filtered list; beyond, nobody reads to the end, and counting takes longer than the page. */
export const COUNTED_RECORDS = 10_000

/** Records named that an import taken back leaves as they are. */
export const KEPT_SHOWN = 100

/** Rows of a file that a proposed dataset is guessed from. */
export const GUESS_ROWS = 1_000

/** Characters of a comment, and people it may name: more is a letter, or noise. */
export const COMMENT_LENGTH = 4_000
export const COMMENT_MENTIONS = 20

/** Cells of targets set at once, and the bytes they may take: a matrix of 1,000 people over a year and its periods, pasted whole. */
export const TARGET_EDITS = 20_000
export const TARGET_EDITS_BYTES = 8 * 1_048_576

/** Pay items set at once: those of a company of some hundred people, from a file. */
export const PAY_EDITS = 5_000

/** Where one band of scores ends and the next begins: what is asked for is 100, and few companies have a grade below 60. */
export const SCORE_BANDS = ['60', '70', '80', '90', '100', '110', '120'] as const

/** Periods of a trend: two years of quarters. */
export const TREND_PERIODS = 8

/** Earlier periods that a forecast looks at. */
export const FORECAST_PERIODS = 4

/** Days that a file of exported records is kept: over a week-end, as files that were sent. */
export const EXPORT_DAYS = 7

/** Pieces in which such a file is stored. */
export const EXPORT_PART_BYTES = 1_048_576

/** Records that are written at once; between them progress is told. */
export const EXPORT_PAGE_ROWS = 2_000

/** Rows of a worksheet below its title. Source: ECMA-376, 1,048,576 rows. */
export const WORKBOOK_ROWS = 1_048_575
