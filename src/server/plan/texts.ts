import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about a plan folder and its files. */
export const planTexts = {
  'plan.folder-missing': {
    zh: { say: '找不到方案文件夹 {dir}。', cure: '检查路径；方案文件夹里至少要有 company.yaml。' },
    en: { say: 'There is no folder {dir}.', cure: 'Check the path; a plan folder holds at least company.yaml.' },
  },
  'plan.not-a-folder': {
    zh: { say: '{dir} 不是文件夹。', cure: '给出方案文件夹本身，不是里面的某个文件。' },
    en: { say: '{dir} is not a folder.', cure: 'Name the plan folder itself, not a file inside it.' },
  },
  'plan.folder-unreadable': {
    zh: { say: '没法读文件夹 {dir}（{reason}）。', cure: '检查读取权限。' },
    en: { say: 'The folder {dir} cannot be read ({reason}).', cure: 'Check the permissions.' },
  },
  'plan.folder-too-large': {
    zh: { say: '文件夹里的文件超过 {most} 个，不像是方案文件夹。', cure: '检查路径；大批数据文件请放到别处，用 company.yaml 的 data 指过去。' },
    en: {
      say: 'The folder holds more than {most} files; it does not look like a plan folder.',
      cure: 'Check the path; keep masses of data files elsewhere and point to them with data: in company.yaml.',
    },
  },
  'plan.link-outside': {
    zh: { say: '{file} 是一个指向方案文件夹之外的链接，没有读取。', cure: '把文件复制进来，或者用 company.yaml 的 data 指向数据所在的文件夹。' },
    en: {
      say: '{file} is a link that leads outside the plan folder; it was not read.',
      cure: 'Copy the file into the folder, or point data: in company.yaml to the folder of the data.',
    },
  },
  'plan.not-a-file': {
    zh: { say: '{file} 不是普通文件。', cure: '换成普通的 YAML、CSV 或 XLSX 文件。' },
    en: { say: '{file} is not an ordinary file.', cure: 'Put an ordinary YAML, CSV or XLSX file in its place.' },
  },
  'plan.file-unreadable': {
    zh: { say: '没法读 {file}（{reason}）。', cure: '检查文件是否存在、有没有读取权限。' },
    en: { say: '{file} cannot be read ({reason}).', cure: 'Check that it exists and that you may read it.' },
  },
  'plan.file-too-large': {
    zh: { say: '{file} 有 {size} 字节，超过上限 {most} 字节。', cure: '文档请拆成几个文件；大批数据请放进业务表，用 source 导入。' },
    en: { say: '{file} has {size} bytes; the limit is {most}.', cure: 'Split documents into several files; large data belongs into a dataset with a source.' },
  },
  'plan.unknown-file': {
    zh: { say: '{file} 不是方案文件夹认识的文件，没有使用。', cure: '认识的有：{known}。请改名或移走。' },
    en: { say: '{file} is not a file a plan folder knows; it was left out.', cure: 'Known are: {known}. Rename it or move it away.' },
  },
  'plan.given-twice': {
    zh: { say: '{first} 和 {second} 说的是同一件事，不知道该用哪一个。', cure: '只留一个。' },
    en: { say: '{first} and {second} give the same thing twice.', cure: 'Keep one of them.' },
  },
  'plan.no-company': {
    zh: { say: '方案文件夹里没有 company.yaml。', cure: '新建 company.yaml，至少写一行：company: 公司的英文简称（小写字母、数字、连字符）。' },
    en: { say: 'The plan folder has no company.yaml.', cure: 'Create it with at least one line: company: an id in lower-case letters, digits and hyphens.' },
  },
  'plan.company-many': {
    zh: { say: 'company.yaml 里有 {count} 份文档，只能有一份。', cure: '一个方案文件夹只描述一家公司；另一家放到另一个文件夹。' },
    en: { say: 'company.yaml holds {count} documents; there can be one only.', cure: 'A plan folder describes one company; put the other one into a folder of its own.' },
  },
  'plan.document-empty': {
    zh: { say: '{file} 是空的。', cure: '写上内容，或删掉这个文件。' },
    en: { say: '{file} is empty.', cure: 'Write something into it, or delete it.' },
  },
  'plan.document-encoding': {
    zh: { say: '{file} 不是 UTF-8 编码。', cure: '用编辑器另存为 UTF-8。YAML 文档只认 UTF-8；CSV 数据可以是 GB18030（GBK）。' },
    en: { say: '{file} is not UTF-8.', cure: 'Save it as UTF-8 in your editor. Documents are UTF-8 only; CSV data may be GB18030 too.' },
  },
  'plan.document-control': {
    zh: { say: '{file} 里有控制字符，不像是文本文件。', cure: '删掉这一行里看不见的字符，或换成正确的文件。' },
    en: { say: '{file} holds control characters; it does not look like a text file.', cure: 'Delete the invisible characters of that line, or put the right file there.' },
  },
  'plan.wrong-folder': {
    zh: { say: '这份文档在 {folder} 文件夹里，却以 “{key}:” 开头。', cure: '移到 {wanted} 文件夹里。' },
    en: { say: 'This document lies in {folder} but begins with “{key}:”.', cure: 'Move it to {wanted}.' },
  },
  'plan.data-folder-missing': {
    zh: { say: '找不到数据文件夹 {dir}。', cure: '改 company.yaml 里的 data，或用 --data 指出数据在哪里。' },
    en: { say: 'There is no data folder {dir}.', cure: 'Correct data: in company.yaml, or say where the data lies with --data.' },
  },
  'plan.data-elsewhere': {
    zh: { say: '这个方案不带数据文件（data: false）：{files} 个数据文件没有导入。', cure: '要导入，就用 --data 指出数据在哪里，或把 false 改成那个目录。' },
    en: {
      say: 'This plan comes without its data files (data: false): {files} of them {files|was|were} not imported.',
      cure: 'To import them, say where they lie with --data, or write that folder in place of false.',
    },
  },
  'plan.data-missing': {
    zh: { say: '在数据文件夹 {dir} 里找不到 {file}。', cure: '把文件放进去，或用 --data 指出数据在哪里；文件名要一字不差。' },
    en: { say: 'There is no {file} in the data folder {dir}.', cure: 'Put it there, or say where the data lies with --data; the name must be exact.' },
  },
  'plan.data-outside': {
    zh: { say: '{file} 指向数据文件夹 {dir} 之外，没有读取。', cure: '写相对于数据文件夹的文件名；数据在别处时，用 company.yaml 的 data 或 --data 指过去。' },
    en: {
      say: '{file} leads outside the data folder {dir}; it was not read.',
      cure: 'Write a name inside the data folder; if the data lies elsewhere, point data: in company.yaml or --data to it.',
    },
  },
  'plan.table.ragged': {
    zh: { say: '这一行有 {has} 格，表头有 {wanted} 列。', cure: '检查这一行的逗号和引号；内容里有逗号的格要用双引号括起来。' },
    en: { say: 'This line has {has} cells, the header {wanted}.', cure: 'Check the commas and quotes of the line; a cell with a comma in it needs double quotes.' },
  },
  'plan.table.column-empty': {
    zh: { say: '第 {number} 列没有列名。', cure: '给它起名，或删掉这一列。' },
    en: { say: 'Column {number} has no name.', cure: 'Name it, or delete the column.' },
  },
  'plan.table.column-twice': {
    zh: { say: '有两列都叫 “{column}”。', cure: '改掉其中一个列名。' },
    en: { say: 'Two columns are called “{column}”.', cure: 'Rename one of them.' },
  },
  'plan.table.header': {
    zh: { say: '表头有几处不对。不认识的列：{unknown}。缺少的列：{missing}。', cure: '改好这一行表头。可以用的列名：{known}。' },
    en: { say: 'The header is wrong. Columns that are not known: {unknown}. Columns that are missing: {missing}.', cure: 'Mend this one line. There are: {known}.' },
  },
  'plan.table.field-twice': {
    zh: { say: '“{other}”和“{column}”两列说的是同一件事。', cure: '删掉其中一列。' },
    en: { say: 'The columns {other} and {column} mean the same.', cure: 'Delete one of them.' },
  },
  'plan.table.column-unknown': {
    zh: { say: '不认识列 “{column}”。最接近的：{near}。', cure: '可以用的列名：{known}。' },
    en: { say: 'Column “{column}” is not known. Closest: {near}.', cure: 'There are: {known}.' },
  },
  'plan.table.column-missing': {
    zh: { say: '缺少列 “{column}”。', cure: '加上这一列。可以用的列名：{known}。' },
    en: { say: 'Column “{column}” is missing.', cure: 'Add it. There are: {known}.' },
  },
  'plan.rows.not-a-map': {
    zh: { say: '这里应该是一项 “名称: 值” 的内容。', cure: '每一项写成 file + columns，或直接写这些字段：{known}。' },
    en: { say: 'An item with “name: value” lines is expected here.', cure: 'Write each item as file + columns, or with these fields: {known}.' },
  },
  'plan.rows.field-unknown': {
    zh: { say: '不认识 “{field}”。最接近的：{near}。', cure: '可以用的有：{known}。' },
    en: { say: '“{field}” is not known. Closest: {near}.', cure: 'There are: {known}.' },
  },
  'plan.rows.field-missing': {
    zh: { say: '缺少 “{column}”。', cure: '加上它。' },
    en: { say: '“{column}” is missing.', cure: 'Add it.' },
  },
  'plan.rows.not-a-text': {
    zh: { say: '“{field}” 应该是一段文字。', cure: '写成 {field}: 文字；含冒号、花括号的文字用双引号括起来。' },
    en: { say: '“{field}” should be a text.', cure: 'Write {field}: text; put texts with colons or braces into double quotes.' },
  },
  'plan.rows.distinct': {
    zh: { say: 'distinct 只能是 true 或 false。', cure: '写成 distinct: true，表示相同的行只取一次。' },
    en: { say: 'distinct is true or false.', cure: 'Write distinct: true to take equal rows once.' },
  },
  'plan.rows.reading': {
    zh: { say: '“{field}” 的写法不对。', cure: 'encoding 可以是 auto、utf-8、gb18030、utf-16le；delimiter 可以是逗号、分号、制表符、竖线；sheet 是工作表的名称。' },
    en: {
      say: '“{field}” is not written as it should be.',
      cure: 'encoding is auto, utf-8, gb18030 or utf-16le; delimiter a comma, semicolon, tab or bar; sheet the name of a sheet.',
    },
  },
  'plan.rows.columns': {
    zh: { say: '缺少 columns：哪个字段取文件的哪一列。', cure: '例如 columns: { id: 工号, name: 姓名, manager: 上级 }。' },
    en: { say: 'columns is missing: which field comes from which column of the file.', cure: 'For example columns: { id: staff_no, name: full_name, manager: boss }.' },
  },
  'plan.rows.no-column': {
    zh: { say: '{file} 里没有列 “{column}”。', cure: '这个文件的列有：{known}。' },
    en: { say: '{file} has no column “{column}”.', cure: 'Its columns are: {known}.' },
  },
  'plan.rows.no-column-near': {
    zh: { say: '{file} 里没有列 “{column}”。是不是想写：{near}？', cure: '这个文件的列有：{known}。' },
    en: { say: '{file} has no column “{column}”. Did you mean {near}?', cure: 'Its columns are: {known}.' },
  },
  'plan.yaml.syntax': {
    zh: { say: 'YAML 写法有误：{reason}。', cure: '检查这一行和上一行的缩进、冒号和引号。' },
    en: { say: 'The YAML is not right: {reason}.', cure: 'Check indentation, colons and quotes of this line and the one before.' },
  },
  'plan.yaml.duplicate-key': {
    zh: { say: '同一个名称在这里写了两次。', cure: '删掉其中一个，否则后一个会盖住前一个。' },
    en: { say: 'The same name is given twice here.', cure: 'Delete one of them; otherwise the second would hide the first.' },
  },
  'plan.yaml.tab': {
    zh: { say: '用了制表符（Tab）缩进。', cure: 'YAML 只能用空格缩进，把 Tab 换成空格。' },
    en: { say: 'A tab is used for indentation.', cure: 'YAML takes spaces only; replace the tab.' },
  },
  'plan.yaml.indent': {
    zh: { say: '这里的缩进对不上。', cure: '同一层的各行缩进要一样多。' },
    en: { say: 'The indentation does not fit here.', cure: 'Lines of one level must be indented alike.' },
  },
  'plan.yaml.missing-char': {
    zh: { say: '少了一个字符：{reason}。', cure: '检查引号、括号是否成对，冒号后面是否有空格。' },
    en: { say: 'A character is missing: {reason}.', cure: 'Check that quotes and brackets are closed, and that a space follows the colon.' },
  },
  'plan.yaml.unquoted': {
    zh: {
      say: '花括号 { … } 和方括号 [ … ] 里，逗号、引号和括号另有含义，这里的值没有加引号，读不下去。',
      cure: '把整个公式或文字用引号括起来，例如 { filter: \'stage in ("a", "b")\' }；也可以不用花括号，一项写一行。',
    },
    en: {
      say: 'Inside { … } and [ … ] commas, quotes and brackets have a meaning of their own, and the value here is not in quotes.',
      cure: 'Put the whole formula or text into quotes, such as { filter: \'stage in ("a", "b")\' }, or write one entry a line without { }.',
    },
  },
  'plan.yaml.quote': {
    zh: { say: '有一个引号没有闭合，后面的内容都被当成了这段文字。', cure: '在这里之前找到只有一半的引号，补上另一半。' },
    en: { say: 'A quote is opened and never closed: all that follows was read as one text.', cure: 'Look before this place for the quote without its partner, and close it.' },
  },
  'plan.yaml.escape': {
    zh: { say: '双引号里的反斜杠写法不对：{reason}。', cure: '把双引号换成单引号，或把 \\ 写成 \\\\。' },
    en: { say: 'A backslash inside double quotes means nothing here: {reason}.', cure: 'Use single quotes, or write \\ as \\\\.' },
  },
  'plan.yaml.alias': {
    zh: { say: '引用“*{name}”没有对应的锚点“&{name}”。', cure: '以 * 开头的文字要用双引号括起来；真要引用就先用 & 定义。' },
    en: { say: 'The alias *{name} has no anchor &{name}.', cure: 'Put a text that begins with * into double quotes; to use an alias, define its anchor first.' },
  },
  'plan.yaml.aliases': {
    zh: { say: '引用（*名称）展开后太多，超过 {most} 次。', cure: '把重复的内容直接写出来。' },
    en: { say: 'Aliases (*name) are repeated more than {most} times.', cure: 'Write the repeated pieces out.' },
  },
  'plan.yaml.tag': {
    zh: { say: '不认识标签：{reason}。', cure: '以 ! 开头的文字要用双引号括起来；方案文件里不用 YAML 标签。' },
    en: { say: 'A tag is not known: {reason}.', cure: 'Put a text that begins with ! into double quotes; plan files use no YAML tags.' },
  },
  'plan.yaml.two-colons': {
    zh: { say: '这一行的值里又出现了“冒号加空格”，看不出哪个是名称。', cure: '把整个值用引号括起来；如果本来是两项，分成两行写。' },
    en: {
      say: 'The value of this line holds a colon and a space again, so that it cannot be told what the name is.',
      cure: 'Put the whole value into quotes; if these are two entries, write them on two lines.',
    },
  },
  'plan.yaml.wide-mark': {
    zh: { say: '这里用了全角的“{mark}”，YAML 不认。', cure: '换成半角的“{narrow}”，后面空一格；文字里面的标点不用改，把那段文字放进引号。' },
    en: { say: 'Here stands the full-width “{mark}”, which means nothing to YAML.', cure: 'Write “{narrow}” with a space after it; put texts that hold such marks into quotes.' },
  },
  'plan.yaml.start-char': {
    zh: { say: '这个值不能以 @ 或反引号开头。', cure: '把整个值用双引号括起来。' },
    en: { say: 'A value cannot begin with @ or a backquote.', cure: 'Put the whole value into double quotes.' },
  },
  'plan.yaml.bracket': {
    zh: { say: '前面的 [ 或 { 没有闭合。', cure: '在那一项的末尾补上 ] 或 }。' },
    en: { say: 'A [ or { before this is not closed.', cure: 'Add the ] or } at the end of that entry.' },
  },
  'plan.yaml.after-value': {
    zh: { say: '引号闭合之后还有别的内容。', cure: '如果引号是公式的一部分，外面再套一层另一种引号，例如 \'"甲" + x\'。' },
    en: { say: 'There is something after the closing quote.', cure: 'If the quotes are part of a formula, put the other kind of quotes around the whole, such as \'"a" + x\'.' },
  },
  'plan.yaml.missing-colon': {
    zh: { say: '这一行看起来少了冒号，或者文字折成了两行。', cure: '写成 “名称: 值”，冒号后面空一格；长文字用双引号括起来，或用 |。' },
    en: {
      say: 'A colon seems to be missing here, or a text runs over two lines.',
      cure: 'Write “name: value” with a space after the colon; put long texts into double quotes or use |.',
    },
  },
  'plan.yaml.too-deep': {
    zh: { say: '嵌套太深，读不下去。', cure: '这不像是方案文档；检查是不是放错了文件。' },
    en: { say: 'The nesting is too deep to be read.', cure: 'This does not look like a plan document; check whether the right file lies there.' },
  },
  'plan.company-differs': {
    zh: { say: '这个数据库属于公司 “{have}”，方案文件夹写的是 “{want}”。', cure: '用 DATABASE_URL 时一个数据库只放一家公司：换一个数据库，或取消 DATABASE_URL，用自带的数据库。' },
    en: {
      say: 'This database belongs to the company “{have}”, the plan folder says “{want}”.',
      cure: 'With DATABASE_URL a database holds one company: take another database, or unset DATABASE_URL and use the embedded server.',
    },
  },
  'plan.nothing-applied': {
    zh: { say: '这家公司还没有任何方案。', cure: '先运行 heng apply 方案文件夹。' },
    en: { say: 'This company has no plan yet.', cure: 'Run heng apply PLAN-FOLDER first.' },
  },
  'plan.export-not-empty': {
    zh: { say: '文件夹 {dir} 不是空的。', cure: '换一个文件夹，或加 --force 覆盖其中的同名文件。' },
    en: { say: 'The folder {dir} is not empty.', cure: 'Take another folder, or add --force to overwrite files of the same names.' },
  },
  'plan.export-failed': {
    zh: { say: '没法写到文件夹 {dir}（{reason}）。', cure: '检查写入权限和磁盘空间，或换一个文件夹。' },
    en: { say: 'The folder {dir} cannot be written ({reason}).', cure: 'Check permissions and disk space, or take another folder.' },
  },
  'plan.refused': {
    zh: { say: '人员、部门、汇率、目标或薪酬项目有 {count} 处错误，没有改动任何东西。', cure: '按下面的提示改好，再运行一次。' },
    en: { say: '{count} {count|mistake|mistakes} in people, units, rates, targets or pay items; nothing was changed.', cure: 'Mend what is listed below and run it again.' },
  },
  'plan.left-over': {
    zh: {
      say: '系统里有、方案文件夹里没有的文档（{documents}）跟方案合不到一起，没有改动任何东西。',
      cure: '这些文档不再需要，就加 --prune 撤下；还需要，就放回方案文件夹里改好。',
    },
    en: {
      say: 'Documents that are in force but not in the folder ({documents}) do not go together with it; nothing was changed.',
      cure: 'Add --prune to withdraw them; if they are still wanted, put them back into the folder and mend them there.',
    },
  },
  'plan.no-good-row': {
    zh: { say: '“{file}”里没有一行是好的（{count} 个坏行），没有改动任何东西。', cure: '检查是不是选错了文件，或编码、日期写法、人员名单不对；按下面的提示改好再运行。' },
    en: {
      say: 'No row of {file} is good ({count} {count|is|are} bad); nothing was changed.',
      cure: 'Check that it is the right file, and its encoding, dates and people; mend what is listed below and run it again.',
    },
  },
  'plan.bad-rows': {
    zh: { say: '数据文件里有 {count} 个坏行，没有改动任何东西。', cure: '按下面的提示改好再运行；只想要好的行，就加 --on-error skip。' },
    en: { say: '{count} {count|bad row|bad rows} in the data files; nothing was changed.', cure: 'Mend them and run it again; to take only the good rows, add --on-error skip.' },
  },
  'plan.bad-rows-file': {
    zh: { say: '数据文件里有 {count} 个坏行，没有改动任何东西。全部坏行写在：{files}', cure: '按下面的提示改好再运行；只想要好的行，就加 --on-error skip。' },
    en: {
      say: '{count} {count|bad row|bad rows} in the data files; nothing was changed. All of them are in: {files}',
      cure: 'Mend them and run it again; to take only the good rows, add --on-error skip.',
    },
  },
} satisfies TextCatalogue
