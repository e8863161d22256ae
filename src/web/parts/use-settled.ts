import { useEffect, useState } from 'react'

/** A pause in typing before what was typed is asked about. */
const PAUSE_MS = 300

/** The value once it has not changed for a moment. Compared as JSON: plain data only. */
export function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value)
  const text = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value, which is a new object at every drawing.
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}
