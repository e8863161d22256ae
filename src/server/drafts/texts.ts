import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about documents and drafts. */
export const draftTexts = {
  'document.unknown': {
    zh: { say: '没有已发布的文档“{id}”。', cure: '它可能已被撤下，或者还只是草稿；请从列表里重新打开。' },
    en: { say: 'There is no published document “{id}”.', cure: 'It may have been withdrawn, or be a draft still; open it from the list again.' },
  },
  'draft.unknown': {
    zh: { say: '“{id}”没有草稿。', cure: '它可能已经发布，或者被放弃了；请从列表里重新打开。' },
    en: { say: 'There is no draft of “{id}”.', cure: 'It may have been published or discarded; open it from the list again.' },
  },
  'draft.changed-meanwhile': {
    zh: { say: '您打开之后，{by}保存过这份草稿，您这次的修改没有保存。', cure: '看过对方的修改，再决定用哪一份。' },
    en: { say: '{by} saved this draft after you opened it; what you changed was not saved.', cure: 'Look at their changes, then decide which to keep.' },
  },
  'draft.refused': {
    zh: { say: '草稿有 {count} 处错误，没有发布。', cure: '按每一条的提示修改后再发布。' },
    en: { say: 'The draft has {count} {count|mistake|mistakes}; nothing was published.', cure: 'Mend what each of them says, then publish.' },
  },
  'draft.outdated': {
    zh: { say: '“{id}”在这份草稿开始之后已经发布了第 {version} 版，现在发布会盖掉那一版的修改。', cure: '看过与现行版本的差异，确认后再发布。' },
    en: {
      say: 'Version {version} of “{id}” was published after this draft was begun; publishing now would undo what it changed.',
      cure: 'Look at the differences from what is in force, then publish again.',
    },
  },
  'draft.id-taken': {
    zh: { say: '标识“{id}”已经被另一份文档使用。', cure: '换一个标识；要修改那份文档，请直接打开它。' },
    en: { say: 'The id “{id}” belongs to another document already.', cure: 'Choose another id; to change that document, open it.' },
  },
  'draft.id-fixed': {
    zh: { say: '已发布的“{id}”不能改标识为“{wanted}”：目标、数据和其他文档都用这个标识找到它。', cure: '把标识改回“{id}”；显示的名称可以随意改。' },
    en: {
      say: '“{id}” is published and cannot be renamed to “{wanted}”: targets, data and other documents find it by its id.',
      cure: 'Change the id back to “{id}”; the name people read may be any.',
    },
  },
  'document.in-use': {
    zh: { say: '“{id}”还在被 {count} 份文档使用，不能撤下：{documents}。', cure: '先修改这些文档，让它们不再用到它。' },
    en: { say: '“{id}” is used by {count} {count|document|documents} and cannot be withdrawn: {documents}.', cure: 'First change these documents so that they do without it.' },
  },
  'document.has-records': {
    zh: { say: '业务表“{id}”里有 {count} 条记录，不能撤下。', cure: '先删除这些记录，或者保留这张业务表。' },
    en: { say: 'The dataset “{id}” holds {count} {count|record|records} and cannot be withdrawn.', cure: 'Delete the records first, or keep the dataset.' },
  },
  'document.fixed': {
    zh: { say: '“{id}”是每家公司都有的文档，不能修改或撤下。', cure: '需要别的内容，请新建自己的文档。' },
    en: { say: '“{id}” is a document that every company has; it is neither changed nor withdrawn.', cure: 'Make a document of your own for what it lacks.' },
  },
} satisfies TextCatalogue
