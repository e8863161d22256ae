import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What the command line refuses by itself, and refusals of runs and explanations. */
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
  'explain.no-employee': {
    zh: { say: '没有编号为“{employee}”的人。', cure: '写员工的编号、姓名或别名。' },
    en: { say: 'There is nobody with the id “{employee}”.', cure: 'Give an id, a name or an alias.' },
  },
  'explain.no-measure': {
    zh: { say: '没有指标“{measure}”。', cure: '不写指标，就会列出这个人的所有指标。' },
    en: { say: 'There is no measure “{measure}”.', cure: 'Leave the measure out to list all of them.' },
  },
  'explain.too-many': {
    zh: { say: '这个数在 {period} 背后有超过 {limit} 条“{dataset}”记录，无法逐条列出。', cure: '请改为解释团队中某一个人的数，或选更短的期间。' },
    en: {
      say: 'More than {limit} records of “{dataset}” stand behind this number in {period}; they cannot be listed one by one.',
      cure: 'Explain the number of one member of the team, or choose a shorter period.',
    },
  },
  'explain.not-active': {
    zh: { say: '{employee} 在 {period} 不在职，所以没有数。', cure: '检查人员的起止日期（from、until），或换一个期间。' },
    en: { say: '{employee} did not work in the company in {period}, so there is no value.', cure: 'Check the dates (from, until) of the person, or take another period.' },
  },
  'compare.one-run': {
    zh: { say: '{period} 还没有两次输入不同的核算，没有可比较的。', cure: '改动数据或方案后再运行 heng run --period {period}，然后比较。' },
    en: { say: 'There are no two runs of {period} with different inputs yet.', cure: 'Run heng run --period {period} again after a change of data or rules, then compare.' },
  },
  'compare.other-period': {
    zh: { say: '核算 {run} 算的是 {period}，不是 {asked}。', cure: '写同一期间的两次核算，或换 --period。' },
    en: { say: 'Run {run} is of {period}, not of {asked}.', cure: 'Name two runs of one period, or another --period.' },
  },
  'run.unknown': {
    zh: { say: '没有编号为 {run} 的核算。', cure: '重新运行 heng run。' },
    en: { say: 'There is no run {run}.', cure: 'Run heng run again.' },
  },
} satisfies TextCatalogue
