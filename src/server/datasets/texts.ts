import type { TextCatalogue } from '../../base/diagnostic.ts'
import { fileTexts } from './texts-file.ts'
import { valueTexts } from './texts-value.ts'

/** What is said about the tables of records and changes to them. */
const tableTexts = {
  'dataset.unfit': {
    zh: { say: '业务表“{dataset}”不能建成数据库里的表，有 {count} 处问题。', cure: '按下面逐条修改。' },
    en: { say: 'The dataset {dataset} cannot become a table; there {count|is|are} {count} {count|reason|reasons}.', cure: 'Mend them one by one, as listed below.' },
  },
  'dataset.system-field': {
    zh: { say: '字段名“{field}”被数据库自己占用。', cure: '给字段换一个名称；文件里的列名可以写在 column 里。' },
    en: { say: 'The field name {field} is taken by the database itself.', cure: 'Name the field otherwise; the column of the file can be given as column.' },
  },
  'dataset.too-many-fields': {
    zh: { say: '这张业务表有 {count} 个字段，最多 {limit} 个。', cure: '去掉用不到的字段，或拆成几张业务表，用引用连起来。' },
    en: { say: 'The dataset has {count} fields; at most {limit} are possible.', cure: 'Leave out what is not needed, or split it into datasets that refer to each other.' },
  },
  'dataset.change-refused': {
    zh: { say: '业务表“{dataset}”不能这样改：有 {count} 处会丢失或改变已有的数据。', cure: '按下面逐条处理；数据库没有任何变化。' },
    en: {
      say: 'The dataset {dataset} cannot be changed this way: {count} {count|change|changes} would lose or alter data that is there.',
      cure: 'Deal with them one by one, as listed below. Nothing has been changed.',
    },
  },
  'dataset.field-in-use': {
    zh: { say: '字段“{field}”不能去掉：有 {rows} 条记录填了它。', cure: '把字段留在文档里；确实不要了，先导入一份把这一列清空的文件。' },
    en: {
      say: 'The field {field} cannot be dropped: {rows} {rows|record has|records have} a value in it.',
      cure: 'Keep the field; if it is really not wanted, first import a file in which that column is empty.',
    },
  },
  'dataset.field-renamed': {
    zh: {
      say: '字段“{field}”换成了“{successor}”，但有 {rows} 条记录填了“{field}”；改名等于丢掉这些值。',
      cure: '保留字段“{field}”，只改它的显示名称 name；或先加上“{successor}”，导入数据，再清空并去掉旧字段。',
    },
    en: {
      say: 'The field {field} became {successor}, but {rows} {rows|record has|records have} a value in {field}; a renaming would lose them.',
      cure: 'Keep the field {field} and change only its display name; or add {successor} first, import its values, then empty and drop the old one.',
    },
  },
  'dataset.new-field-required': {
    zh: { say: '新字段“{field}”是必填的，可是已有的 {rows} 条记录都没有它。', cure: '先不要写 required: true，导入带这一列的文件之后再加上。' },
    en: { say: 'The new field {field} is required, but none of the {rows} records has it.', cure: 'Leave out required: true, import a file with that column, then add it.' },
  },
  'dataset.required-but-empty': {
    zh: { say: '字段“{field}”要改成必填（或用作主键），可是有 {rows} 条记录没有填。', cure: '先把这些记录补齐再导入一次，然后再改文档。' },
    en: {
      say: 'The field {field} is to be required (or part of the key), but {rows} {rows|record leaves|records leave} it empty.',
      cure: 'Fill them in and import them again, then change the document.',
    },
  },
  'dataset.type-change': {
    zh: { say: '字段“{field}”不能从{from}改成{to}：有 {rows} 条记录的值换不过去，例如 {examples}。', cure: '保留原来的类型；或者加一个新字段，用新类型导入一遍。' },
    en: {
      say: 'The field {field} cannot change from {from} to {to}: {rows} {rows|record has a value that does not fit|records have values that do not fit}, such as {examples}.',
      cure: 'Keep the type, or add another field of the new type and import into that.',
    },
  },
  'dataset.choice-in-use': {
    zh: { say: '字段“{field}”新的选项里没有已经在用的值：{examples}（{rows} 条记录）。', cure: '把这些值加回 choices，或先导入改正后的记录。' },
    en: {
      say: 'The new choices of {field} leave out values in use: {examples} ({rows} {rows|record|records}).',
      cure: 'Put them back among the choices, or import corrected records first.',
    },
  },
  'dataset.not-employees': {
    zh: { say: '字段“{field}”要改成员工，可是有 {rows} 条记录的值不是员工编号，例如 {examples}。', cure: '先把这些人加进人员文件，或导入写着员工编号的记录。' },
    en: {
      say: 'The field {field} is to hold employees, but {rows} {rows|record holds|records hold} something that is no employee’s id, such as {examples}.',
      cure: 'Add these people first, or import the records with ids of employees.',
    },
  },
  'dataset.key-not-unique': {
    zh: { say: '按新的主键 {key}，有 {keys} 个键对应多条记录，例如“{example}”。', cure: '在 key 里多写一个能区分它们的字段，或先删除重复的记录。' },
    en: {
      say: 'Under the new key {key}, {keys} {keys|key belongs|keys belong} to several records each, such as “{example}”.',
      cure: 'Add a field to the key that tells them apart, or delete the double records first.',
    },
  },
  'dataset.not-empty': {
    zh: { say: '业务表“{dataset}”还有 {rows} 条记录（包括历史），不能去掉。', cure: '把它的文档留在方案里；不再使用它的指标可以去掉。' },
    en: {
      say: 'The dataset {dataset} still has {rows} {rows|record|records}, earlier versions included, and cannot be removed.',
      cure: 'Keep its document in the plan; measures that no longer use it can go.',
    },
  },
} satisfies TextCatalogue

/** Everything that is said about datasets, files and values. */
export const datasetTexts: TextCatalogue = { ...tableTexts, ...fileTexts, ...valueTexts }
