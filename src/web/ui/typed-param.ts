import { useRouter } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useAddressParam } from './AddressDrawer.tsx'
import { type TypedText, useTypedText } from './typed-text.ts'

/** A parameter of the address that somebody types: the address follows after a pause, without a step of Back for each letter. */
export function useTypedParam(param: string, pause?: number): TypedText {
  const [address] = useAddressParam(param)
  const router = useRouter()
  const keep = useCallback(
    (text: string | undefined) => void router.navigate({ to: '.', search: (before: object) => ({ ...before, [param]: text }), replace: true }),
    [router, param],
  )
  return useTypedText(address, keep, pause)
}
