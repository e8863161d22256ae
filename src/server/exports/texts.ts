import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about files of records. */
export const exportTexts = {
  'export.unknown': {
    zh: { say: '没有这个导出文件，或者它已经过期。', cure: '重新导出一次；文件只保留几天，也只有导出的人能下载。' },
    en: { say: 'There is no such export, or it is too old.', cure: 'Export again; files are kept for some days, for whoever asked for them.' },
  },
  'export.unfinished': {
    zh: { say: '文件还没有写完。', cure: '等导出结束再下载；已经取消或失败的，重新导出一次。' },
    en: { say: 'The file is not written yet.', cure: 'Fetch it when the export is over; where it was cancelled or failed, export again.' },
  },
  'export.rights-changed': {
    zh: { say: '导出之后，您能查看的范围变了，这个文件不能再下载。', cure: '按现在的范围重新导出一次。' },
    en: { say: 'What you may see has changed since this file was written; it cannot be fetched any more.', cure: 'Export again with the rights you have now.' },
  },
  'export.too-many-rows': {
    zh: { say: '有 {rows} 行，一张 Excel 工作表最多 {most} 行。', cure: '改为导出 CSV，或先用筛选缩小范围。' },
    en: { say: 'There are {rows} rows; a worksheet holds {most} at most.', cure: 'Export CSV instead, or narrow the list first.' },
  },
} satisfies TextCatalogue
