import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'

/** A pause in typing before what is typed is written. */
const TYPING_MS = 250

interface Typed {
  readonly text: string | undefined
  /** Half a day, or half a word: shown, and not meant yet. */
  readonly half: boolean
  /** The page it was typed on; whoever has gone on takes nothing along. */
  readonly page: string
}

export interface TypedText {
  /** What the field shows: what is typed, and before that what is kept. */
  readonly text: string | undefined
  type(text: string, half?: boolean): void
  /** The field is left: what is meant is written now, what is not is forgotten. `empty`: it was left empty on purpose. */
  finish(empty?: boolean): void
}

/**
 * A text that is kept elsewhere (in the address, in the view of a table) and typed here. What is kept changes only after the event in which a letter is typed: a field
 * that shows it gets its old text back in the middle of a word or a day. Here the field keeps what is typed, and `keep` is called after a pause in typing.
 */
export function useTypedText(kept: string | undefined, keep: (text: string | undefined) => void, pause: number = TYPING_MS): TypedText {
  const router = useRouter()
  const page = () => router.latestLocation.pathname
  const [typed, setTyped] = useState<Typed>(() => ({ text: kept, half: false, page: page() }))
  // What is kept, or will be as soon as the page has come to it: what is typed meanwhile is not lost.
  const written = useRef(kept)
  useEffect(() => {
    if (kept === written.current) return
    written.current = kept
    setTyped({ text: kept, half: false, page: router.latestLocation.pathname })
  }, [kept, router])
  const write = useCallback(
    (of: Typed) => {
      const next = of.text === '' ? undefined : of.text
      if (of.half || next === written.current || of.page !== router.latestLocation.pathname) return
      written.current = next
      keep(next)
    },
    [router, keep],
  )
  useEffect(() => {
    const timer = setTimeout(() => write(typed), pause)
    return () => clearTimeout(timer)
  }, [typed, write, pause])
  return {
    text: typed.text,
    type: (text, half = false) => setTyped({ text, half, page: page() }),
    finish: (empty = false) => {
      const last = empty ? { text: '', half: false, page: page() } : typed
      write(last)
      const text = last.half ? written.current : last.text
      setTyped({ text: text === '' ? undefined : text, half: false, page: page() })
    },
  }
}
