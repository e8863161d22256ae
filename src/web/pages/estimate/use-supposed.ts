import { useEffect, useState } from 'react'
import type { WhatIf } from './what-if.ts'

/** What is supposed for somebody in a period: in this window alone, and there after a reload. */
export function useSupposed(user: string, employee: string, period: string): readonly [WhatIf, (whatIf: WhatIf) => void] {
  const name = `heng.estimate ${JSON.stringify([user, employee, period])}`
  const [whatIf, setWhatIf] = useState(() => restored(name))
  useEffect(() => {
    try {
      if (whatIf.drafts.length === 0 && Object.keys(whatIf.actuals).length === 0) sessionStorage.removeItem(name)
      else sessionStorage.setItem(name, JSON.stringify(whatIf))
    } catch {
      // Storage is full or forbidden: it lasts as long as the page.
    }
  }, [name, whatIf])
  return [whatIf, setWhatIf]
}

function restored(name: string): WhatIf {
  try {
    return (JSON.parse(sessionStorage.getItem(name) ?? 'null') as WhatIf | null) ?? { drafts: [], actuals: {} } // Written above.
  } catch {
    return { drafts: [], actuals: {} }
  }
}
