import type { Lang } from '../../base/diagnostic.ts'
import type { FunctionEntry } from './function-entry.ts'
import { FUNCTIONS } from './functions.ts'

const HEADS: Readonly<Record<Lang, Readonly<Record<FunctionEntry['level'], string>>>> = {
  zh: {
    both: '业务记录和指标公式都能用',
    record: '只用在业务记录上（value、filter）',
    formula: '用在指标公式和激励方案的公式里（formula、numerator、denominator、amount、when …）',
    reward: '只用在激励方案的公式里（amount、when、floor、cap）',
  },
  en: {
    both: 'On records and in formulas over measures',
    record: 'On records only (value, filter)',
    formula: 'In formulas over measures and of incentive plans (formula, numerator, denominator, amount, when …)',
    reward: 'In formulas of incentive plans only (amount, when, floor, cap)',
  },
}

/** The functions of the formula language as Markdown tables: the part of the language reference that is generated. */
export function functionTable(lang: Lang): string {
  const other: Lang = lang === 'zh' ? 'en' : 'zh'
  const columns = lang === 'zh' ? ['写法', '英文名', '意思'] : ['Written', 'In Chinese', 'Meaning']
  return (['both', 'record', 'formula', 'reward'] as const)
    .map((level) => {
      const rows = FUNCTIONS.filter((f) => f.level === level).map((f) => `| \`${f.signature[lang]}\` | \`${f.name[other]}\` | ${f.meaning[lang]} |`)
      return [`### ${HEADS[lang][level]}`, '', `| ${columns.join(' | ')} |`, '| --- | --- | --- |', ...rows].join('\n')
    })
    .join('\n\n')
}

/** The reference with its generated part between the marks replaced. Throws where the marks are missing. */
export function withFunctionTable(text: string, lang: Lang): string {
  const [begin, end] = ['<!-- functions: generated -->', '<!-- functions: end -->']
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error('the language reference lacks the marks around its function table')
  return `${text.slice(0, from + begin.length)}\n\n${functionTable(lang)}\n\n${text.slice(to)}`
}
