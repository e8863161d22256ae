import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said while a company is begun. */
export const startTexts = {
  'start.already': {
    zh: { say: '公司已有 {count} 份规则，不能再套用模板。', cure: '在指标、方案和激励页面继续修改。' },
    en: {
      say: 'The company has {count} rules already; templates are for a company without any.',
      cure: 'Go on from what there is, on the pages of measures, schemes and incentive plans.',
    },
  },
  'start.unfit': {
    zh: { say: '模板和所填的公司资料合不到一起，有 {count} 处。', cure: '照下面的提示改公司资料，或换一个模板。' },
    en: { say: 'The templates do not fit what was said of the company, in {count} {count|place|places}.', cure: 'Change it as said below, or choose another template.' },
  },
  'start.examples-of-one': {
    zh: { say: '示例人员只能随一个模板带入。', cure: '只选一个模板，或者不带示例人员。' },
    en: { say: 'Example people come with one template alone.', cure: 'Choose one template, or leave the example people out.' },
  },
  'template.unknown': {
    zh: { say: '没有模板“{template}”。', cure: '可以选的模板：{known}。' },
    en: { say: 'There is no template “{template}”.', cure: 'There are: {known}.' },
  },
  'template.file-unknown': {
    zh: { say: '这个模板里没有文件“{file}”。', cure: '可以下载的文件：{known}。' },
    en: { say: 'This template has no file “{file}”.', cure: 'There are: {known}.' },
  },
} satisfies TextCatalogue
