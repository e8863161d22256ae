import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useAddressParam } from '../ui/AddressDrawer.tsx'
import { useNarrow } from '../ui/use-media.ts'

/** One of several drawers of a page: `?act=transfer`. */
export function ActDrawer({ act, title, children }: { readonly act: string; readonly title: string; readonly children: ReactNode }) {
  const { t } = useTranslation('ui')
  const narrow = useNarrow()
  const [asked, setAct] = useAddressParam('act')
  const open = asked === act
  return (
    <Drawer
      open={open}
      onClose={() => setAct(undefined)}
      title={title}
      size={narrow ? '100%' : 560}
      destroyOnHidden
      closable={{ 'aria-label': t('drawer.close'), placement: 'end' }}
    >
      {open ? children : null}
    </Drawer>
  )
}
