import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../base/diagnostic.ts'
import { useCurrentUser } from '../../parts/CurrentUser.tsx'
import { Events, useLive } from '../../parts/Events.tsx'
import { PeriodAwaited } from '../../parts/PeriodAwaited.tsx'
import { periodName } from '../../parts/period-names.ts'
import { usePeriod } from '../../parts/use-period.ts'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { NotAllowedPage } from '../whole/NotAllowedPage.tsx'
import { UnbegunPage } from '../whole/UnbegunPage.tsx'
import styles from './board.module.css'
import { AttainmentPanel, DealsPanel, RankingPanel, TrendPanel } from './panels.tsx'
import { useRotation } from './use-rotation.ts'

const PANELS = ['attainment', 'ranking', 'deals', 'trend'] as const

type Panel = (typeof PANELS)[number]

/** The whole screen in a room: a few large figures in turn, always those of the newest run. */
export function BoardPage() {
  const { can, session } = useCurrentUser()
  if (!can('score.read') || session.company === null) return <main className={styles['alone']}>{can('score.read') ? <UnbegunPage /> : <NotAllowedPage needed="score.read" />}</main>
  return (
    <Events>
      <Board />
    </Events>
  )
}

function Board() {
  const { t } = useTranslation('board')
  const { t: frame } = useTranslation('shell')
  const lang = useLang()
  const { can, session } = useCurrentUser()
  const { period } = usePeriod()
  const [asked] = useAddressParam('panel')
  const navigate = useNavigate()
  const leave = useCallback(() => void navigate({ to: '/insight' }), [navigate])
  const panels = PANELS.filter((panel) => panel !== 'deals' || can('data.read'))
  const first = panels.indexOf(PANELS.find((each) => each === asked) ?? 'attainment')
  const { at, paused, step, pause } = useRotation(panels.length, Math.max(0, first), leave)
  const panel = panels[at] ?? 'attainment'
  const title = t(`panel.${panel}`)
  return (
    <main className={styles['board']}>
      <header className={styles['head']}>
        <h1>{title}</h1>
        <p>
          {[session.company == null ? '' : nameIn(session.company.name ?? undefined, lang, session.company.id), period === undefined ? '' : periodName(period, frame)]
            .filter((part) => part !== '')
            .join(' · ')}
        </p>
      </header>
      <section className={styles['panel']} aria-label={title}>
        {period === undefined ? <PeriodAwaited lines={<Lines count={6} height={40} />} /> : <PanelOf panel={panel} period={period} />}
      </section>
      <footer className={styles['foot']}>
        <LiveMark />
        <span className={styles['buttons']}>
          <Button icon={<Icon name="left" />} aria-label={t('before')} title={t('before')} onClick={() => step(-1)} />
          <Button onClick={pause} aria-pressed={paused}>
            {t(paused ? 'go' : 'hold')}
          </Button>
          <Button icon={<Icon name="right" />} aria-label={t('next')} title={t('next')} onClick={() => step(1)} />
          <Button onClick={() => void document.documentElement.requestFullscreen?.().catch(() => undefined)}>{t('whole')}</Button>
          <Button onClick={leave}>{t('leave')}</Button>
        </span>
      </footer>
    </main>
  )
}

function PanelOf({ panel, period }: { readonly panel: Panel; readonly period: string }) {
  switch (panel) {
    case 'attainment':
      return <AttainmentPanel period={period} />
    case 'ranking':
      return <RankingPanel period={period} />
    case 'deals':
      return <DealsPanel period={period} />
    case 'trend':
      return <TrendPanel period={period} />
    default:
      return panel satisfies never
  }
}

/** Whether what is shown follows changes by itself. */
function LiveMark() {
  const { t } = useTranslation('board')
  const live = useLive()
  return <span role="status">{t(live ? 'live' : 'notLive')}</span>
}
