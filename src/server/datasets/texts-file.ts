import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about a file as a whole, its columns, and its rows taken together. */
export const fileTexts = {
  'rules.changed': {
    zh: { say: '开始之后，另一条命令更新了方案（{documents}），这次没有做任何事。', cure: '重新运行同一条命令。' },
    en: { say: 'Another command changed the plan ({documents}) after this one had begun; nothing was done.', cure: 'Run the same command again.' },
  },
  'import.cancelled': {
    zh: { say: '导入已取消，数据库没有任何变化。', cure: '需要时重新运行同一条命令。' },
    en: { say: 'The import was cancelled; nothing has been changed.', cure: 'Run the same command again when you want.' },
  },
  'import.file-missing': {
    zh: { say: '找不到文件“{file}”。', cure: '检查路径和文件名；方案里的文件相对于数据文件夹（--data 或 company.yaml 的 data）。' },
    en: { say: 'There is no file {file}.', cure: 'Check the path; files of a plan are looked for in its data folder (--data, or data in company.yaml).' },
  },
  'import.file-unreadable': {
    zh: { say: '打不开文件“{file}”（{reason}）。', cure: '检查有没有读取它的权限，是否正被别的程序占用。' },
    en: { say: 'The file {file} cannot be opened ({reason}).', cure: 'Check that you may read it and that no other program holds it.' },
  },
  'import.file-is-folder': {
    zh: { say: '“{file}”是文件夹，不是文件。', cure: '写出文件夹里要导入的那个文件。' },
    en: { say: '{file} is a folder, not a file.', cure: 'Name the file in it that is to be imported.' },
  },
  'import.file-not-regular': {
    zh: { say: '“{file}”不是普通文件。', cure: '先把内容存成 CSV 或 XLSX 文件。' },
    en: { say: '{file} is not an ordinary file.', cure: 'Save its content as a CSV or XLSX file first.' },
  },
  'import.file-empty': {
    zh: { say: '文件“{file}”是空的，连表头都没有。', cure: '重新导出；第一行应该是列名。' },
    en: { say: 'The file {file} is empty; it has not even a header.', cure: 'Export it again; the first line must hold the names of the columns.' },
  },
  'import.old-excel': {
    zh: { say: '“{file}”是旧的 .xls 格式，或者设了打开密码。', cure: '在 Excel 里打开，另存为“Excel 工作簿 (.xlsx)”（不加密码）或“CSV UTF-8”。' },
    en: {
      say: '{file} is in the old .xls format, or protected by a password.',
      cure: 'Open it in the spreadsheet program and save it as .xlsx without a password, or as CSV UTF-8.',
    },
  },
  'import.not-xlsx': {
    zh: { say: '“{file}”的扩展名是 Excel，内容却不是 Excel 文件。', cure: '如果它其实是文本，把扩展名改成 .csv；否则在 Excel 里重新另存为 .xlsx。' },
    en: { say: '{file} is named like a spreadsheet but is none.', cure: 'If it is text, name it .csv; otherwise save it as .xlsx again.' },
  },
  'import.xlsx-too-large': {
    zh: { say: 'Excel 文件“{file}”太大：{megabytes} MB，最多 {limit} MB。', cure: '在 Excel 里另存为“CSV UTF-8”再导入，CSV 没有大小限制。' },
    en: { say: 'The spreadsheet {file} is too large: {megabytes} MB, at most {limit} MB.', cure: 'Save it as CSV UTF-8 and import that; CSV files may be of any size.' },
  },
  'import.xlsx-not-a-workbook': {
    zh: { say: '“{file}”是压缩包，但不是 Excel 工作簿。', cure: '先解压，再导入里面的 CSV 或 XLSX 文件。' },
    en: { say: '{file} is a zip archive but not a workbook.', cure: 'Unpack it and import the CSV or XLSX file inside.' },
  },
  'import.xlsx-damaged': {
    zh: { say: 'Excel 文件“{file}”损坏了，读不出来（{reason}）。', cure: '重新下载或重新另存一次；仍然不行就另存为“CSV UTF-8”。' },
    en: { say: 'The spreadsheet {file} is damaged and cannot be read ({reason}).', cure: 'Download or save it again; if that does not help, save it as CSV UTF-8.' },
  },
  'import.xlsx-no-sheet': {
    zh: { say: 'Excel 文件“{file}”里没有叫“{sheet}”的工作表；有：{sheets}。', cure: '改正 source.sheet。' },
    en: { say: 'The spreadsheet {file} has no sheet called {sheet}; it has: {sheets}.', cure: 'Correct source.sheet.' },
  },
  'import.xlsx-empty': {
    zh: { say: 'Excel 文件“{file}”的工作表“{sheet}”是空的。', cure: '用 source.sheet 指定有数据的工作表。' },
    en: { say: 'Sheet {sheet} of the spreadsheet {file} is empty.', cure: 'Name the sheet that holds the data as source.sheet.' },
  },
  'import.not-utf8': {
    zh: { say: '文件“{file}”第 {line} 行有不是 UTF-8 的字节，文件已损坏或混用了编码。', cure: '用原来的程序重新导出为“CSV UTF-8”；如果整份文件是 GBK，写 encoding: gb18030。' },
    en: {
      say: 'Line {line} of {file} holds bytes that are not UTF-8: the file is damaged, or mixes encodings.',
      cure: 'Export it again as CSV UTF-8; if all of it is GBK, say encoding: gb18030.',
    },
  },
  'import.not-gb18030': {
    zh: { say: '文件“{file}”第 {line} 行有不是 GB18030（GBK）的字节。', cure: '去掉 encoding，让系统自己判断；或重新导出为“CSV UTF-8”。' },
    en: { say: 'Line {line} of {file} holds bytes that are not GB18030 (GBK).', cure: 'Leave encoding out so that it is found out, or export the file again as CSV UTF-8.' },
  },
  'import.not-utf16': {
    zh: { say: '文件“{file}”第 {line} 行有不是 UTF-16 的字节。', cure: '重新导出为“CSV UTF-8”。' },
    en: { say: 'Line {line} of {file} holds bytes that are not UTF-16.', cure: 'Export the file again as CSV UTF-8.' },
  },
  'import.unknown-encoding': {
    zh: { say: '看不出文件“{file}”用的是什么编码：第 {line} 行起既不是 UTF-8，也不是 GB18030（GBK）。', cure: '用 Excel 打开确认文字没有乱码，再另存为“CSV UTF-8”。' },
    en: {
      say: 'The encoding of {file} is not known: from line {line} on it is neither UTF-8 nor GB18030 (GBK).',
      cure: 'Open it, make sure that the text is readable, and save it as CSV UTF-8.',
    },
  },
  'import.header': {
    zh: { say: '文件“{file}”的表头和业务表“{dataset}”对不上，有 {count} 处问题。', cure: '按下面逐条修改表头，或在文档的 source.columns 里写明对应关系。' },
    en: {
      say: 'The header of {file} does not fit the dataset {dataset}; there {count|is|are} {count} {count|reason|reasons}.',
      cure: 'Mend the header as listed below, or say in source.columns which column is which field.',
    },
  },
  'import.header-empty': {
    zh: { say: '第一行没有列名。', cure: '第一行必须是列名，把标题、空行等移走。' },
    en: { say: 'The first line holds no column names.', cure: 'The first line must name the columns; remove titles and empty lines above it.' },
  },
  'import.too-many-columns': {
    zh: { say: '文件“{file}”的第一行有 {count} 列，最多 {limit} 列。', cure: '检查是不是选错了文件，或第一行缺了换行。' },
    en: {
      say: 'The first line of {file} has {count} columns; at most {limit} are possible.',
      cure: 'Check whether this is the right file, and whether its first line ends where it should.',
    },
  },
  'import.column-twice': {
    zh: { say: '表头里“{column}”出现了两次。', cure: '删掉多余的一列，或改成不同的列名。' },
    en: { say: 'The header has the column {column} twice.', cure: 'Remove one of them, or give it another name.' },
  },
  'import.column-missing': {
    zh: { say: '字段“{field}”对应的列“{column}”不在文件里。', cure: '{hint}' },
    en: { say: 'The file has no column {column}, which the field {field} comes from.', cure: '{hint}' },
  },
  'import.field-missing': {
    zh: { say: '文件里没有必填字段“{field}”的列（列名可以是：{wanted}）。', cure: '加上这一列，或在 source.columns 里写明它叫什么。{hint}' },
    en: { say: 'The file has no column for the required field {field} (it may be called: {wanted}).', cure: 'Add the column, or say in source.columns what it is called. {hint}' },
  },
  'import.column-ambiguous': {
    zh: { say: '字段“{field}”可以对应好几列：{columns}。', cure: '在 source.columns 里写明用哪一列。' },
    en: { say: 'The field {field} could come from several columns: {columns}.', cure: 'Say in source.columns which one to take.' },
  },
  'import.columns-unused': {
    zh: { say: '有 {count} 列没有用到：{columns}。', cure: '不需要就不用管；需要的话在文档里加上字段。' },
    en: { say: '{count} {count|column is|columns are} not used: {columns}.', cure: 'Leave it if they are not needed; otherwise add fields for them.' },
  },
  'import.fields-absent': {
    zh: { say: '文件里没有这 {count} 个字段的列：{fields}。新记录的这些字段是空的，已有记录的保持原样。', cure: '如果列名不同，在 source.columns 里写明对应关系。' },
    en: {
      say: 'The file has no {count|column|columns} for {count} {count|field|fields}: {fields}. New records have nothing there, earlier ones keep what they have.',
      cure: 'If the columns are named otherwise, say so in source.columns.',
    },
  },
  'import.field-near': {
    zh: {
      say: '文件里没有字段“{field}”的列；没有用到的列里最接近的是“{near}”。新记录的这个字段是空的，已有记录的保持原样。',
      cure: '如果就是它，在 source.columns 里写 {field}: "{near}"（或给字段写 column），再导入一次；不是就不用管。',
    },
    en: {
      say: 'The file has no column for the field {field}; of the columns that are not used “{near}” is the closest. New records have nothing in that field, earlier ones keep what they have.',
      cure: 'If that is it, write {field}: "{near}" in source.columns (or column at the field) and import again; otherwise leave it.',
    },
  },
  'import.complete-empty': {
    zh: { say: '“{file}”里一条记录也没有；按完整导入处理会删掉“{dataset}”的全部记录。', cure: '检查导出是否成功。确实要删除，用 --mode delete 列出要删的键。' },
    en: {
      say: '{file} holds no record; a complete import would delete everything in {dataset}.',
      cure: 'Check the export. If you do want to delete, list the keys in a file and use --mode delete.',
    },
  },
  'import.key-twice': {
    zh: { say: '第 {line} 行的键“{value}”（{column}）和第 {others} 行重复。', cure: '同一个键只留一行；如果确实是不同的记录，在 key 里多写一个字段。' },
    en: { say: 'Line {line} has the key “{value}” ({column}) that line {others} has too.', cure: 'Keep one line a key; if they are different records, add a field to the key.' },
  },
  'import.shares-over': {
    zh: { say: '第 {line} 行：“{record}”的分成合计 {value}%，超过 100%。', cure: '把合计改到 100% 以内；额外计入的人用 overlay 字段标明。' },
    en: {
      say: 'Line {line}: the shares of “{record}” add up to {value} %, which is more than 100 %.',
      cure: 'Bring the sum to 100 % or less; people who count beyond that are marked by the overlay field.',
    },
  },
  'import.share-missing': {
    zh: { say: '第 {line} 行“{column}”列：没有写分成比例，这一行谁也分不到。', cure: '写大于 0、不超过 100 的数，例如 70 表示 70%；不分的就删掉这一行。' },
    en: {
      say: 'Line {line}, column {column}: there is no share, so that the line gives nobody anything.',
      cure: 'Write a number above 0 and at most 100; 70 means 70 %. Where nothing is shared, remove the line.',
    },
  },
  'import.shares-fractions': {
    zh: {
      say: '{records} 条记录的分成合计不超过 1%（例如第 {first} 行：“{record}”合计 {sum}%）。比例按百分数读：0.7 是 0.7%，不是 70%。',
      cure: '如果写的是小数，把“{field}”乘以 100 再导入一次。',
    },
    en: {
      say: 'The shares of {records} {records|record add|records add} up to 1 % or less (for example line {first}: “{record}”, {sum} % together). They are read as percentages: 0.7 is 0.7 %, not 70 %.',
      cure: 'If they are meant as fractions, multiply {field} by 100 and import again.',
    },
  },
  'import.share-outside': {
    zh: { say: '第 {line} 行“{column}”列：分成比例 {value}% 不在 0 到 100 之间。', cure: '写大于 0、不超过 100 的数，例如 70 表示 70%。' },
    en: { say: 'Line {line}, column {column}: a share of {value} % is not between 0 and 100.', cure: 'Write a number above 0 and at most 100; 70 means 70 %.' },
  },
  'import.reference-missing': {
    zh: { say: '第 {line} 行“{column}”列：业务表“{to}”里没有“{value}”。', cure: '改正写法，或先导入“{to}”的这条记录；也可以写 missing: report，先收下再提示。' },
    en: {
      say: 'Line {line}, column {column}: the dataset {to} has no “{value}”.',
      cure: 'Correct it, or import that record of {to} first; with missing: report it is kept and reported.',
    },
  },
  'import.reference-unknown': {
    zh: {
      say: '字段“{field}”的“{value}”在业务表“{to}”里找不到，涉及 {rows} 条记录（最早在第 {first} 行）。',
      cure: '在“{to}”里补上它；如果只是写法不同，在字段的 aliases 里写明。',
    },
    en: {
      say: 'The field {field} says “{value}” in {rows} {rows|record|records} (first in line {first}); the dataset {to} does not know it.',
      cure: 'Add it to {to}; if it is only spelt otherwise, say so in the aliases of the field.',
    },
  },
  'import.reference-near': {
    zh: {
      say: '字段“{field}”的“{value}”在业务表“{to}”里找不到，涉及 {rows} 条记录（最早在第 {first} 行）；最接近的是“{near}”。',
      cure: '如果是同一个，在字段里写 aliases: { "{value}": "{near}" }，再导入一次。',
    },
    en: {
      say: 'The field {field} says “{value}” in {rows} {rows|record|records} (first in line {first}); the dataset {to} does not know it. The nearest is “{near}”.',
      cure: 'If they are the same, give the field aliases: { "{value}": "{near}" } and import again.',
    },
  },
  'import.reference-more': {
    zh: { say: '字段“{field}”还有 {count} 个不同的值在业务表“{to}”里找不到。', cure: '先处理上面列出的，再导入一次看剩下的；如果几乎全都找不到，检查引用的是不是这张业务表。' },
    en: {
      say: 'The field {field} holds {count} more {count|value|values} that the dataset {to} does not know.',
      cure: 'Mend those listed above and import again to see the rest; if hardly any is known, check which dataset the field refers to.',
    },
  },
  'csv.stray-quote': {
    zh: { say: '第 {line} 行“{column}”列：没有用引号括起来的值里出现了引号：{value}', cure: '用引号括住整个值，里面的引号写两次：""。' },
    en: { say: 'Line {line}, column {column}: a quote stands inside a value that is not quoted: {value}', cure: 'Put the whole value in quotes and double the quotes inside: "".' },
  },
  'csv.text-after-quote': {
    zh: { say: '第 {line} 行“{column}”列：右引号后面还有字符：{value}', cure: '引号要括住整个值；里面的引号写两次：""。' },
    en: { say: 'Line {line}, column {column}: something follows the closing quote: {value}', cure: 'Quotes must go around the whole value; double the quotes inside: "".' },
  },
  'csv.nul-byte': {
    zh: { say: '第 {line} 行“{column}”列含有 NUL 字节（0x00）。', cure: '文件可能传坏了，或者编码不对；重新导出为“CSV UTF-8”。' },
    en: { say: 'Line {line}, column {column} holds a NUL byte (0x00).', cure: 'The file was damaged or has another encoding; export it again as CSV UTF-8.' },
  },
  'csv.quote-never-closed': {
    zh: { say: '第 {line} 行“{column}”列的左引号一直没有右引号，后面的内容都被当成了这一格。', cure: '到这一行补上右引号，或去掉多余的引号。' },
    en: {
      say: 'The quote that opens in line {line}, column {column}, is never closed: all that follows was read as one cell.',
      cure: 'Close the quote in that line, or remove it if it is not meant.',
    },
  },
  'csv.record-too-long': {
    zh: { say: '从第 {line} 行开始的一条记录超过 1 MB，这不会是业务数据。', cure: '检查这一行附近的引号和换行；也可能选错了文件。' },
    en: {
      say: 'The record that begins in line {line} is longer than 1 MB, which no business record is.',
      cure: 'Check the quotes and line ends around it; it may be the wrong file.',
    },
  },
  'csv.too-few-fields': {
    zh: { say: '第 {line} 行只有 {found} 列，表头有 {expected} 列。', cure: '检查这一行是否缺了分隔符，或值里有没加引号的换行。' },
    en: { say: 'Line {line} has {found} columns; the header has {expected}.', cure: 'Look for a missing separator, or for a line break in a value without quotes.' },
  },
  'csv.too-many-fields': {
    zh: { say: '第 {line} 行有 {found} 列，表头只有 {expected} 列。', cure: '检查值里是否有没加引号的分隔符，例如 1,200 要写成 "1,200"。' },
    en: { say: 'Line {line} has {found} columns; the header has {expected}.', cure: 'Look for a separator inside a value without quotes: 1,200 must be written "1,200".' },
  },
} satisfies TextCatalogue
