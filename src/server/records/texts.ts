import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about records, imports taken back and files that are sent. */
export const recordTexts = {
  'dataset.unknown': {
    zh: { say: '没有业务表“{dataset}”。', cure: '在“数据”页面查看现有的业务表。' },
    en: { say: 'There is no dataset {dataset}.', cure: 'See the datasets there are on the page Data.' },
  },
  'record.unknown': {
    zh: { say: '业务表“{dataset}”里没有这条记录，或者它不在您可以查看的范围内。', cure: '它可能已被删除；请回到列表重新查找。' },
    en: { say: 'The dataset {dataset} has no such record, or it is not among those you may see.', cure: 'It may have been deleted; look for it in the list.' },
  },
  'record.exists': {
    zh: { say: '已经有一条主键相同的记录，没有新增。', cure: '在列表中找到那条记录再更正，或者换一个主键。' },
    en: { say: 'A record with this key is there already; nothing was added.', cure: 'Find that record and correct it, or use another key.' },
  },
  'record.invalid': {
    zh: { say: '这条记录有 {count} 处填得不对，没有保存。', cure: '按各字段下的说明修改后再保存。' },
    en: { say: '{count} {count|value of the record is|values of the record are} not right; nothing was saved.', cure: 'Mend what stands under each field, then save again.' },
  },
  'record.empty': {
    zh: { say: '没有填写任何内容。', cure: '至少填写必填的字段。' },
    en: { say: 'Nothing is filled in.', cure: 'Fill in at least what is required.' },
  },
  'record.field-unknown': {
    zh: { say: '业务表“{dataset}”没有字段“{field}”。', cure: '只填写这张业务表有的字段。' },
    en: { say: 'The dataset {dataset} has no field {field}.', cure: 'Send only fields that the dataset has.' },
  },
  'record.key-fixed': {
    zh: { say: '字段“{field}”是主键的一部分，不能更正。', cure: '删除这条记录，再用正确的主键新增一条。' },
    en: { say: 'The field {field} is part of the key and cannot be corrected.', cure: 'Delete the record and add one with the right key.' },
  },
  'record.key-is-content': {
    zh: { say: '业务表“{dataset}”的记录以整行内容为主键，不能更正单个字段。', cure: '删除这条记录，再新增一条正确的。' },
    en: { say: 'Records of the dataset {dataset} are known by their whole content; single fields cannot be corrected.', cure: 'Delete the record and add the right one.' },
  },
  'record.changed-meanwhile': {
    zh: { say: '您打开之后，这条记录已被别人改过，您的修改没有保存。', cure: '重新打开这条记录，看过现在的内容再改。' },
    en: { say: 'Somebody changed this record after you opened it; your change was not saved.', cure: 'Open the record again, look at what it is now, then change it.' },
  },
  'records.filters-invalid': {
    zh: { say: '筛选条件的写法不对。', cure: '写成 [{"field":"字段","op":"is","value":"值"}]；op 可以是 is、contains、from、until、empty。' },
    en: { say: 'The filters are not written as they should be.', cure: 'Write [{"field":"FIELD","op":"is","value":"VALUE"}]; op is one of is, contains, from, until, empty.' },
  },
  'records.field-unknown': {
    zh: { say: '业务表“{dataset}”没有字段“{field}”，不能按它筛选或排列。', cure: '换一个这张业务表有的字段。' },
    en: { say: 'The dataset {dataset} has no field {field} to filter or sort by.', cure: 'Use a field that the dataset has.' },
  },
  'records.filter-invalid': {
    zh: { say: '“{value}”不能用来筛选字段“{field}”。', cure: '数字写成 1200.5，日期写成 2026-03-31；“包含”只用于文本。' },
    en: { say: 'The field {field} cannot be filtered by “{value}”.', cure: 'Write numbers as 1200.5 and days as 2026-03-31; “contains” is for texts alone.' },
  },
  'records.no-day': {
    zh: { say: '业务表“{dataset}”没有说明记录计入哪一天，不能按日期筛选。', cure: '按它的日期字段筛选，或在业务表里设置日期。' },
    en: { say: 'The dataset {dataset} does not say on which day its records count.', cure: 'Filter by one of its date fields, or give the dataset a date.' },
  },
  'records.no-owner': {
    zh: { say: '业务表“{dataset}”的记录不归属任何人，不能按人员筛选。', cure: '按其中的员工字段筛选，或在业务表里设置归属人。' },
    en: { say: 'Records of the dataset {dataset} belong to nobody.', cure: 'Filter by one of its employee fields, or give the dataset an owner.' },
  },
  'upload.unknown': {
    zh: { say: '没有这个上传的文件，或者它不是您上传的。', cure: '上传的文件保留 7 天；请重新上传。' },
    en: { say: 'There is no such uploaded file, or it is not yours.', cure: 'Files are kept for 7 days; send it again.' },
  },
  'upload.no-bad-rows': {
    zh: { say: '这次导入没有问题行。', cure: '不需要下载。' },
    en: { say: 'This import had no bad rows.', cure: 'There is nothing to download.' },
  },
  'import.choices-invalid': {
    zh: { say: '导入选项的写法不对。', cure: '回到上传页面重新选择。' },
    en: { say: 'The choices for the import are not written as they should be.', cure: 'Go back to the upload and choose again.' },
  },
  'import.unknown': {
    zh: { say: '没有编号为 {import} 的导入。', cure: '在导入历史中查看。' },
    en: { say: 'There is no import {import}.', cure: 'See the history of imports.' },
  },
  'import.undone-already': {
    zh: { say: '这次导入已经撤销过了。', cure: '如果需要恢复，把原文件再导入一次。' },
    en: { say: 'This import was taken back already.', cure: 'To have it again, import the file once more.' },
  },
} satisfies TextCatalogue
