import { useTranslation } from 'react-i18next'
import { shownNumber, shownPercent } from '../../ui/numbers.ts'
import { WhyLink } from '../WhyLink.tsx'
import type { Standing } from './queries.ts'

/** Lines named as the reason. */
const REASONS = 2

/** The lines that cost most: 新客户 57.1%，失 8.57 分. Each leads to its explanation. */
export function Reasons({ person }: { readonly person: Standing }) {
  const { t } = useTranslation('home')
  if (person.lacking !== null) return <>{t(`lacking.${person.lacking}`)}</>
  const failed = person.lines.filter((line) => line.points === null && line.state === 'off')
  const worst = person.lines
    .filter((line) => line.lost !== '0')
    .toSorted((a, b) => Number(b.lost) - Number(a.lost)) // Order alone; no figure is made from it.
    .slice(0, REASONS)
  if (failed.length + worst.length === 0) return <>{t('why.none')}</>
  const said = (line: Standing['lines'][number]) => {
    if (line.points === null) return t('why.gate', { line: line.name })
    const reached = line.attainment === null ? shownNumber(line.points).short : shownPercent(line.attainment).short
    return t('why.line', { line: line.name, reached, lost: shownNumber(line.lost).short })
  }
  return [...failed, ...worst].map((line, at) => (
    <span key={line.line}>
      {at === 0 ? null : ' · '}
      <WhyLink employee={person.id} subject={`line:${line.line}`}>
        {said(line)}
      </WhyLink>
    </span>
  ))
}
