import { StateMark } from '../../ui/StateMark.tsx'
import styles from './plans.module.css'
import type { RuleFinding } from './queries.ts'

/** What the check says, with the cure of each. */
export function Findings({ findings }: { readonly findings: readonly RuleFinding[] }) {
  return (
    <ul className={styles['findings']}>
      {findings.map(({ code, severity, path, say, cure }) => (
        <li key={`${code} ${path.join('.')}`}>
          <StateMark state={severity === 'error' ? 'off' : 'caution'} words={say} />
          <p>{cure}</p>
        </li>
      ))}
    </ul>
  )
}
