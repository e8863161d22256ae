import { useRouter } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useAddressParam } from './AddressDrawer.tsx'

/** A pause in typing before the address follows. */
const TYPING_MS = 250

interface Typed {
  readonly text: string | undefined
  /** Half a day, or half a word: shown, and not meant yet. */
  readonly half: boolean
  /** The page it was typed on; whoever has gone on takes nothing along. */
  readonly page: string
}

interface TypedParam {
  /** What the field shows: what is typed, and before that what the address says. */
  readonly text: string | undefined
  type(text: string, half?: boolean): void
  /** The field is left: what is meant stands in the address now, what is not is forgotten. `empty`: it was left empty on purpose. */
  finish(empty?: boolean): void
}

/**
 * A parameter of the address that somebody types. The address changes only after the event in which a letter is typed: a field that shows the address itself gets its
 * old text back in the middle of a word or a day. Here the field keeps what is typed, and the address follows after a pause, without a step of Back for each letter.
 */
export function useTypedParam(param: string, pause: number = TYPING_MS): TypedParam {
  const [address] = useAddressParam(param)
  const router = useRouter()
  const page = () => router.latestLocation.pathname
  const [typed, setTyped] = useState<Typed>(() => ({ text: address, half: false, page: page() }))
  // What the address says, or will say as soon as the router has come to it: what is typed meanwhile is not lost.
  const written = useRef(address)
  useEffect(() => {
    if (address === written.current) return
    written.current = address
    setTyped({ text: address, half: false, page: router.latestLocation.pathname })
  }, [address, router])
  const write = useCallback(
    (of: Typed) => {
      const next = of.text === '' ? undefined : of.text
      if (of.half || next === written.current || of.page !== router.latestLocation.pathname) return
      written.current = next
      void router.navigate({ to: '.', search: (before: object) => ({ ...before, [param]: next }), replace: true })
    },
    [router, param],
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
