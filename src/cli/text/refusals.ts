import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What the command line refuses by itself. */
export const refusalTexts = {
  'cli.employee-unknown': {
    zh: { say: '没有叫“{employee}”的人。', cure: '写员工的编号、姓名或别名；heng run --period 期间 会列出所有人。' },
    en: { say: 'Nobody is called “{employee}”.', cure: 'Give an id, a name or an alias; heng run --period PERIOD lists everybody.' },
  },
  'cli.employee-near': {
    zh: { say: '没有叫“{employee}”的人。是不是想写：{near}？', cure: '写员工的编号、姓名或别名。' },
    en: { say: 'Nobody is called “{employee}”. Did you mean {near}?', cure: 'Give an id, a name or an alias.' },
  },
  'cli.employee-ambiguous': {
    zh: { say: '“{employee}”可能指好几个人，编号是：{ids}。', cure: '改写成其中一个编号。' },
    en: { say: '“{employee}” could be any of these ids: {ids}.', cure: 'Write the id of the one you mean.' },
  },
  'cli.measure-unknown': {
    zh: { say: '没有指标“{measure}”。', cure: '可以用的有：{known}。' },
    en: { say: 'There is no measure “{measure}”.', cure: 'There are: {known}.' },
  },
  'cli.measure-near': {
    zh: { say: '没有指标“{measure}”。是不是想写：{near}？', cure: '写指标的编号或名称；heng run --period 期间 --all-measures 会列出全部指标。' },
    en: { say: 'There is no measure “{measure}”. Did you mean {near}?', cure: 'Give the id or the name of a measure; heng run --period PERIOD --all-measures shows them all.' },
  },
  'cli.measure-ambiguous': {
    zh: { say: '“{measure}”可能指好几个指标：{ids}。', cure: '改写成其中一个编号。' },
    en: { say: '“{measure}” could be any of these measures: {ids}.', cure: 'Write the id of the one you mean.' },
  },
  'cli.subject-unknown': {
    zh: { say: '没有叫“{name}”的指标，也没有这样的薪酬项目。', cure: '薪酬项目有：{components}；整份得分和薪酬写 score、pay；不写这一项，就列出这个人的全部结果和指标。' },
    en: {
      say: 'There is no measure “{name}”, and no component of pay of that name.',
      cure: 'Components: {components}. The whole of it is score or pay; leave it out to list all results and measures of the person.',
    },
  },
  'cli.subject-near': {
    zh: { say: '没有叫“{name}”的指标，也没有这样的薪酬项目。是不是想写：{near}？', cure: '写指标或薪酬项目的编号或名称；薪酬项目有：{components}。' },
    en: {
      say: 'There is no measure “{name}”, and no component of pay of that name. Did you mean {near}?',
      cure: 'Give the id or the name of a measure or a component. Components: {components}.',
    },
  },
  'cli.dataset-unknown': {
    zh: { say: '没有业务表“{dataset}”。', cure: '已有的业务表：{known}。新的业务表先写进方案文件夹，再 heng apply。' },
    en: { say: 'There is no dataset “{dataset}”.', cure: 'There are: {known}. Put a new one into the plan folder and run heng apply first.' },
  },
  'cli.field-unknown': {
    zh: { say: '业务表“{dataset}”没有字段“{field}”。', cure: '{hint}' },
    en: { say: 'The dataset {dataset} has no field “{field}”.', cure: '{hint}' },
  },
  'cli.dataset-near': {
    zh: { say: '没有业务表“{dataset}”。是不是想写：{near}？', cure: '已有的业务表：{known}。' },
    en: { say: 'There is no dataset “{dataset}”. Did you mean {near}?', cure: 'There are: {known}.' },
  },
} satisfies TextCatalogue
