import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about long work. */
export const jobTexts = {
  'job.unknown': {
    zh: { say: '没有这项任务，或者它不是您发起的。', cure: '在任务列表里看自己的任务。' },
    en: { say: 'There is no such job, or it is not yours.', cure: 'Look at your own jobs in the list of jobs.' },
  },
  'job.abandoned': {
    zh: { say: '这项任务做了 {attempts} 次，每次处理它的程序都中途停了，不再自动重试。', cure: '看服务器的内存和日志；找到原因后重新发起。' },
    en: {
      say: 'This job was taken up {attempts} {attempts|time|times}, and each time the process that worked on it died. It is not tried again.',
      cure: 'Look at the memory and the log of the server, then start it again.',
    },
  },
  'job.internal': {
    zh: { say: '任务没有做完：程序自己出了错。', cure: '已有的数据没有改动。把时间和任务编号告诉管理员，日志里有详情。' },
    en: {
      say: 'The job was not finished: the program itself went wrong.',
      cure: 'Nothing was changed. Tell an administrator the time and the id of the job; the log has the details.',
    },
  },
} satisfies TextCatalogue
