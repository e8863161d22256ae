import type { TextCatalogue } from '../../base/diagnostic.ts'

const anyTable = {
  'table.own-duplicate': {
    zh: { say: '“{name}”和 tables 文件夹里的一张表重名。', cure: '给这里的表改个名字，或删掉它，直接用文件夹里的那张。' },
    en: { say: '{name} is also the id of a table in the folder tables.', cure: 'Rename the table here, or remove it and use the one in the folder.' },
  },
  'table.unused': {
    zh: { say: '表“{name}”没有公式用到。', cure: '在公式里用 阶梯、曲线 或 查表 引用它，或删掉它。' },
    en: { say: 'No formula reads the table {name}.', cure: 'Refer to it by tiers, curve or lookup, or remove it.' },
  },
  'table.too-long': {
    zh: { say: '这张表有 {count} 行，最多 {limit} 行。', cure: '这么多行是数据：做成业务表，用引用取它的字段。' },
    en: { say: 'This table has {count} rows; at most {limit} are taken.', cure: 'So many rows are data: make a dataset of them and refer to its fields.' },
  },
  'table.percent-due': {
    zh: { say: '这里的单位是百分比，“{value}”没有写百分号。', cure: '写成 {value}%；如果想说 {hundredfold}%，就写 {hundredfold}%。' },
    en: { say: 'The unit here is percent, and “{value}” has no percent sign.', cure: 'Write {value}%; or {hundredfold}% if that is meant.' },
  },
  'table.amount-due': {
    zh: { say: '这里应该是以{unit}为单位的数，“{value}”却是百分比。', cure: '去掉百分号写成数；要按百分比写，把 of 或 pays 改成 percent。' },
    en: { say: 'A number in {unit} is due here, and “{value}” is a percent.', cure: 'Write it without the percent sign; where percent is meant, set of or pays to percent.' },
  },
  'table.kind': {
    zh: { say: '表“{name}”不是“{function}”用的那种。', cure: '它要用“{right}”来读。' },
    en: { say: 'The table {name} is not of the kind that {function} reads.', cure: 'Read it with {right}.' },
  },
  'table.name-expected': {
    zh: { say: '“{function}”的第一项应该是表名，不能是“{text}”。', cure: '写成：{signature}' },
    en: { say: 'The first part of {function} is the name of a table, not “{text}”.', cure: 'Write {signature}' },
  },
  'table.unit': {
    zh: {
      say: '“{text}”是{actual}，但表“{table}”这一项的单位是{expected}。',
      cure: '检查公式或表里的单位。档位写成目标的百分比时，写：阶梯(表, 实际, 目标)，或者用 达成率(指标)。',
    },
    en: {
      say: '“{text}” is {actual}, but the table {table} has {expected} there.',
      cure: 'Check the formula or the units of the table. For tiers in percent of a target write tiers(table, actual, target), or ask about attainment(measure).',
    },
  },
  'table.scale-unit': {
    zh: { say: '表“{table}”的档位单位是{unit}，不能再按“{text}”的比例来算。', cure: '去掉第三项；要按目标的比例，把 of 改成 percent，档位写成 80% 这样。' },
    en: {
      say: 'The bounds of {table} are in {unit}, so they cannot be shares of “{text}”.',
      cure: 'Remove the third part; for shares of a target set of: percent and write bounds such as 80%.',
    },
  },
  'table.pays': {
    zh: { say: '“{text}”算出来是{actual}，但表“{table}”的 pays 写的是{expected}。', cure: '检查问的是不是金额；按目标的百分比分档时，把目标写成第三项；或改 pays。' },
    en: {
      say: '“{text}” comes to {actual}, but pays of the table {table} says {expected}.',
      cure: 'Ask about an amount; with tiers in percent of a target give the target as the third part; or correct pays.',
    },
  },
} satisfies TextCatalogue

const tiers = {
  'tiers.both': {
    zh: { say: '第 {tier} 档既有 rate 又有 amount。', cure: '按比例付用 rate，付固定数用 amount，只留一个。' },
    en: { say: 'Tier {tier} has both rate and amount.', cure: 'Keep rate for a share of what lies in the tier, or amount for a fixed number.' },
  },
  'tiers.neither': {
    zh: { say: '第 {tier} 档没有写付多少。', cure: '加上 rate（例如 3%）或 amount；这一档什么也不付，就写 0。' },
    en: { say: 'Tier {tier} does not say what it pays.', cure: 'Add rate, such as 3%, or amount; write 0 where it pays nothing.' },
  },
  'tiers.mixed': {
    zh: { say: '第 {tier} 档写的是 {has}，前面的档写的是 {others}。', cure: '一张表里的各档要么都写 rate，要么都写 amount；需要两种就分成两张表相加。' },
    en: { say: 'Tier {tier} has {has}, and those before have {others}.', cure: 'All tiers of a table have rates, or all have amounts; for both, make two tables and add them.' },
  },
  'tiers.overlap': {
    zh: { say: '两档重叠：{first} 和 {second}。', cure: '让后一档从 {end} 开始（不写 from 就接着前一档），刚好在边界上的数归哪一档由 boundary 决定。' },
    en: {
      say: 'Two tiers overlap: {first} and {second}.',
      cure: 'Let the second begin at {end} (without from it goes on where the one before ends); boundary says which of them owns a number exactly there.',
    },
  },
  'tiers.gap': {
    zh: { say: '两档之间有空隙：{first} 和 {second}。', cure: '让后一档从 {end} 开始（不写 from 就接着前一档）；中间什么也不付，就加一档付 0。' },
    en: {
      say: 'There is a gap between two tiers: {first} and {second}.',
      cure: 'Let the second begin at {end} (without from it goes on where the one before ends), or add a tier between them that pays 0.',
    },
  },
  'tiers.order': {
    zh: { say: '各档没有从低到高：{second} 写在 {first} 后面。', cure: '按从低到高的顺序写。' },
    en: { say: 'The tiers do not rise: {second} comes after {first}.', cure: 'Write the lowest first.' },
  },
  'tiers.empty': {
    zh: { say: '第 {tier} 档从 {from} 开始，到 {to} 就结束了，里面没有数。', cure: '把 to 改成大于 from 的数，或删掉这一档。' },
    en: { say: 'Tier {tier} begins at {from} and ends at {to}, so nothing lies in it.', cure: 'Let to be above from, or remove the tier.' },
  },
  'tiers.open': {
    zh: { say: '第 {tier} 档没有写到哪里结束，可它后面还有档。', cure: '写上 to；只有最后一档可以不封顶。' },
    en: { say: 'Tier {tier} does not say where it ends, and others follow.', cure: 'Add to; only the last tier may be open.' },
  },
  'tiers.any': {
    zh: { say: '“from: any”（负数也算）只能写在第一档，这是第 {tier} 档。', cure: '写上这一档从多少开始，或不写 from。' },
    en: { say: '“from: any”, which reaches below zero, belongs to the first tier, and this is tier {tier}.', cure: 'Write where the tier begins, or leave from out.' },
  },
  'tiers.interpolated-rates': {
    zh: { say: 'mode: interpolated 按填满的比例付每一档的 amount，不能用 rate。', cure: '把 rate 改成 amount；要按比例累进，用 mode: marginal。' },
    en: {
      say: 'mode: interpolated pays an amount in proportion to the part of a tier that is filled, so rates mean nothing.',
      cure: 'Write amounts; for rates on each part use mode: marginal.',
    },
  },
  'tiers.interpolated-open': {
    zh: { say: 'mode: interpolated 的第 {tier} 档没有头或没有尾，算不出填满了多少。', cure: '写上 from 和 to。' },
    en: { say: 'With mode: interpolated, tier {tier} has no beginning or no end, so no part of it can be worked out.', cure: 'Write from and to.' },
  },
  'tiers.no-boundary': {
    zh: { say: '刚好在边界上的数归哪一档，没有写。', cure: '加上 boundary: begins（归从这里开始的那一档）或 boundary: ends（归到这里结束的那一档）。' },
    en: {
      say: 'It is not said which tier a number exactly on a bound lies in.',
      cure: 'Add boundary: begins (the one that begins there) or boundary: ends (the one that ends there).',
    },
  },
  'tiers.no-pays': {
    zh: { say: '没有写 amount 的单位。', cure: '加上 pays，例如 pays: money 或 pays: percent。' },
    en: { say: 'The unit of the amounts is not said.', cure: 'Add pays, such as pays: money or pays: percent.' },
  },
  'tiers.rate-high': {
    zh: { say: 'rate: {value} 的意思是付 {value} 倍。', cure: '如果想说百分之{value}，写成 {value}%。' },
    en: { say: 'rate: {value} pays {value} times the amount.', cure: 'If {value} percent is meant, write {value}%.' },
  },
  'tiers.rate-mixed': {
    zh: {
      say: '同一张表里有带百分号的 rate（{other}），这里的 {value} 没有带，读作 {hundredfold}%。',
      cure: '想说百分之 {value}，写成 {value}%；真是 {hundredfold}%，就这样写出来。',
    },
    en: {
      say: 'Other rates of the table are in percent ({other}); {value} has no sign and is read as {hundredfold}%.',
      cure: 'If {value} percent is meant, write {value}%; if it really is {hundredfold}%, write that.',
    },
  },
  'tiers.negative': {
    zh: { say: '第 {tier} 档的比例是负的：{value}，进了这一档反而扣钱。', cure: '检查是不是多写了负号。' },
    en: { say: 'The rate of tier {tier} is negative: {value}. Whoever gets there loses.', cure: 'Check whether the minus sign is meant.' },
  },
} satisfies TextCatalogue

const curvesAndLookups = {
  'curve.order': {
    zh: { say: '曲线的点要从低到高：{second} 写在 {first} 后面。', cure: '按 at 从低到高排列，同一个 at 只写一次。' },
    en: { say: 'The points of a curve rise: {second} comes after {first}.', cure: 'Write them by rising at, each at once.' },
  },
  'curve.falls': {
    zh: { say: '曲线从 {first} 到 {second} 反而下降：{before} → {after}。', cure: '改正这个值；确实要下降，写 rises: false。' },
    en: { say: 'The curve falls from {first} to {second}: {before} → {after}.', cure: 'Correct the value; where it is meant to fall write rises: false.' },
  },
  'lookup.key-twice': {
    zh: { say: '“{key}”在 by 里写了两次。', cure: '删掉一个。' },
    en: { say: '{key} stands under by twice.', cure: 'Remove one.' },
  },
  'lookup.unknown-key': {
    zh: { say: 'by 里没有“{key}”。', cure: '{hint}' },
    en: { say: '{key} is not one of the keys under by.', cure: '{hint}' },
  },
  'lookup.text-due': {
    zh: { say: '“{key}”是文字，不能写范围。', cure: '写文字或文字的列表；如果它是数，在 by 里给它加上 range: 单位。' },
    en: { say: '{key} is a text and takes no range.', cure: 'Write a text or a list of texts; if it is a number, give it range: with its unit under by.' },
  },
  'lookup.range-due': {
    zh: { say: '“{key}”是数，要写范围，不能写“{value}”。', cure: '写成 { from: …, to: … }；如果它是文字，去掉 by 里的 range。' },
    en: { say: '{key} is a number and takes a range, not “{value}”.', cure: 'Write { from: …, to: … }; if it is a text, remove range under by.' },
  },
  'lookup.empty-range': {
    zh: { say: '“{key}”从 {from} 到 {to}，里面没有数。', cure: '把 to 改成大于 from 的数。' },
    en: { say: '{key} goes from {from} to {to}, and nothing lies between.', cure: 'Let to be above from.' },
  },
  'lookup.overlap': {
    zh: { say: '第 {first} 行和第 {second} 行别的都相同，范围却重叠：{firstRange} 和 {secondRange}。', cure: '改其中一行的 from 或 to，让一行在另一行结束的地方开始。' },
    en: {
      say: 'Rows {first} and {second} differ in nothing else, and their ranges overlap: {firstRange} and {secondRange}.',
      cure: 'Change from or to of one of them, so that one begins where the other ends.',
    },
  },
  'lookup.gap': {
    zh: {
      say: '第 {first} 行和第 {second} 行之间有空隙：{firstRange} 和 {secondRange}，中间的数查不到，结果为空。',
      cure: '改其中一行的 from 或 to，让一行在另一行结束的地方开始；中间本来就没有，写 otherwise: 0。',
    },
    en: {
      say: 'There is a gap between rows {first} and {second}: {firstRange} and {secondRange}. What lies between finds no row and comes to nothing.',
      cure: 'Change from or to of one of them, so that one begins where the other ends; where nothing is meant between them, write otherwise: 0.',
    },
  },
  'lookup.unreachable': {
    zh: { say: '第 {row} 行永远用不到：它能配上的，第 {other} 行都先配上了。', cure: '把范围更小的行写在前面，或删掉这一行。' },
    en: { say: 'Row {row} is never reached: whatever fits it fits row {other} before.', cure: 'Write the narrower row first, or remove this one.' },
  },
  'lookup.keys': {
    zh: { say: '表“{table}”按 {expected} 项来查（{keys}），这里写了 {count} 项。', cure: '按这个顺序写全：{keys}。' },
    en: { say: 'The table {table} is looked up by {expected} keys ({keys}), and {count} are given.', cure: 'Give them in this order: {keys}.' },
  },
} satisfies TextCatalogue

/** What is said about tables of tiers, curves and lookups, and about formulas that read them. */
export const tableTexts = { ...anyTable, ...tiers, ...curvesAndLookups } satisfies TextCatalogue
