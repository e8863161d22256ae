import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Commit, Writing } from './grid.ts'
import styles from './targets.module.css'

interface CellInputProps {
  readonly writing: Writing
  /** What the cell holds. */
  readonly text: string
  readonly onCommit: Commit
}

/** The cell that is written: Enter goes down, Tab goes on, Escape leaves it as it was; where typing began it, arrows end it as well. */
export function CellInput({ writing, text, onCommit }: CellInputProps) {
  const { t } = useTranslation('targets')
  const [typed, setTyped] = useState(writing.begun ?? text)
  const input = useRef<HTMLInputElement>(null)
  const over = useRef(false)
  useEffect(() => {
    input.current?.focus()
    if (writing.begun === null) input.current?.select()
  }, [writing])
  const end = (value: string | null, move: Parameters<CellInputProps['onCommit']>[1]) => {
    if (over.current) return
    over.current = true
    onCommit(value, move)
  }
  const keys = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const { key } = event
    const quick = writing.begun !== null && (key === 'ArrowDown' || key === 'ArrowUp' || key === 'ArrowLeft' || key === 'ArrowRight')
    if (key !== 'Enter' && key !== 'Tab' && key !== 'Escape' && !quick) return
    event.preventDefault()
    event.stopPropagation()
    if (key === 'Escape') end(null, null)
    else if (key === 'Enter') end(typed, event.shiftKey ? 'ArrowUp' : 'ArrowDown')
    else if (key === 'Tab') end(typed, event.shiftKey ? 'ArrowLeft' : 'ArrowRight')
    else if (quick) end(typed, key)
  }
  return (
    <input
      ref={input}
      className={styles['input']}
      value={typed}
      inputMode="decimal"
      aria-label={t('cell')}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={keys}
      onBlur={() => end(typed, null)}
    />
  )
}
