import { useNavigate, useSearch } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useNarrow } from './use-media.ts'

interface AddressDrawerProps {
  /** The search parameter that opens it: `?why=…`. The page behind stays as it is, and back closes. */
  readonly param: string
  readonly title: ReactNode
  /** In pixels on a wide window. */
  readonly width?: number
  readonly extra?: ReactNode
  /** It stays open while something is under way that must not be lost. */
  readonly held?: boolean
  readonly children: (value: string) => ReactNode
}

/** A detail with its own address, over the page it belongs to. */
export function AddressDrawer({ param, title, width = 640, extra, held = false, children }: AddressDrawerProps) {
  const { t } = useTranslation('ui')
  const narrow = useNarrow()
  const [value, setValue] = useAddressParam(param)
  return (
    <Drawer
      open={value !== undefined}
      onClose={() => setValue(undefined)}
      title={title}
      extra={extra}
      size={narrow ? '100%' : width}
      destroyOnHidden
      closable={held ? false : { 'aria-label': t('drawer.close'), placement: 'end' }}
      keyboard={!held}
      mask={{ closable: !held }}
    >
      {value === undefined ? null : children(value)}
    </Drawer>
  )
}

/** One search parameter of the address, whatever the route; setting it to undefined takes it out. */
export function useAddressParam(param: string): readonly [string | undefined, (value: string | undefined) => void] {
  // Any route may carry any parameter: they are all texts (app/search-params.ts).
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false })
  const navigate = useNavigate()
  const value = search[param]
  return [
    typeof value === 'string' ? value : undefined,
    (next) => {
      void navigate({ to: '.', search: (before: object) => ({ ...before, [param]: next }), replace: next === undefined })
    },
  ]
}
