import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about comments. */
export const commentTexts = {
  'comment.object-unknown': {
    zh: { say: '没有找到要评论的内容，或者不在您的查看范围内。', cure: '从得分、目标、记录、核算、人员、部门或规则的页面打开评论。' },
    en: {
      say: 'What the comment is about was not found, or you may not see it.',
      cure: 'Open comments from the page of a score, a target, a record, a run, a person, a unit or a rule.',
    },
  },
  'comment.unknown': {
    zh: { say: '没有这条评论，或者它已经删除。', cure: '刷新页面看最新的评论。' },
    en: { say: 'There is no such comment, or it was deleted.', cure: 'Open the page again to see the latest ones.' },
  },
  'comment.not-yours.forbidden': {
    zh: { say: '只能修改和删除自己的评论。', cure: '可以另写一条评论。' },
    en: { say: 'You may change and delete your own comments alone.', cure: 'You may write another one.' },
  },
  'comment.mention-blind': {
    zh: { say: '{name}看不到这里的内容，不能提到他。', cure: '去掉这个人，或者换一个看得到的人。' },
    en: { say: '{name} may not see this, and cannot be named here.', cure: 'Leave them out, or name somebody who may.' },
  },
} satisfies TextCatalogue
