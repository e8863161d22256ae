import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Radio, Select } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLang } from '../../text/lang.ts'
import { useAddressParam } from '../../ui/AddressDrawer.tsx'
import { dayInProse } from '../../ui/dates.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { countText } from '../../ui/numbers.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { type Branch, TreeList } from '../../ui/TreeList.tsx'
import { useNarrow } from '../../ui/use-media.ts'
import { aboveOf, allOpen, drawnOf, lineForest, type TreeNode, topOpen } from './line-tree.ts'
import { OnDay, useOnDay } from './OnDay.tsx'
import styles from './people.module.css'
import { type LineNode, treeQuery } from './queries.ts'

/** The library that draws it is loaded only by whoever looks at it. */
const LineGraph = lazy(() => import('./LineGraph.tsx').then((module) => ({ default: module.LineGraph })))

const NOBODY: readonly LineNode[] = []

/** Who is below whom on a day: as a graph, or as a list that arrows walk through. */
export function TreePage() {
  const { t } = useTranslation('people')
  const lang = useLang()
  const narrow = useNarrow()
  const { on, day } = useOnDay()
  const [asked, setLine] = useAddressParam('line')
  const [wished, setLook] = useAddressParam('look')
  const line = asked === 'sponsor' ? 'sponsor' : 'reporting'
  const look = wished === 'list' || (narrow && wished !== 'graph') ? 'list' : 'graph'
  const { data, error, refetch } = useQuery(treeQuery(line, on))
  const nodes = data?.items ?? NOBODY
  const trees = useMemo(() => lineForest(nodes, line === 'sponsor'), [nodes, line])
  const people = trees.reduce((sum, { below }) => sum + 1 + below, 0)
  const filters = (
    <>
      <Radio.Group
        aria-label={t('tree.line')}
        optionType="button"
        value={line}
        onChange={(event) => setLine(String(event.target.value))}
        options={(['reporting', 'sponsor'] as const).map((value) => ({ value, label: t(`tree.${value}`) }))}
      />
      <OnDay />
      <Radio.Group
        aria-label={t('tree.look')}
        optionType="button"
        value={look}
        onChange={(event) => setLook(String(event.target.value))}
        options={(['graph', 'list'] as const).map((value) => ({ value, label: t(`tree.${value}`) }))}
      />
    </>
  )
  const sentence = data === undefined ? undefined : t('tree.sentence', { count: people, people: countText(people), line: t(`tree.${line}`), day: dayInProse(day, lang) })
  return (
    <Page title={t('tree.title')} sentence={sentence} filters={filters}>
      {data === undefined ? (
        error === null ? (
          <Lines count={8} />
        ) : (
          <ProblemView error={error} again={() => void refetch()} />
        )
      ) : people === 0 ? (
        <EmptyState title={t('tree.empty')}>{t('tree.emptyNote')}</EmptyState>
      ) : look === 'list' ? (
        <PeopleTree key={`${line} ${people}`} trees={trees} people={people} label={t(`tree.${line}`)} />
      ) : (
        <GraphOrList key={line} nodes={nodes} trees={trees} />
      )}
    </Page>
  )
}

/** People that are drawn at once; of more than that, the first two levels. */
const DRAWN = 200

function PeopleTree({ trees, people, label }: { readonly trees: readonly TreeNode[]; readonly people: number; readonly label: string }) {
  return <TreeList label={label} branches={trees.map(branchOf)} openAll={people <= DRAWN} open={[...topOpen(trees)]} />
}

function branchOf({ person, children }: TreeNode): Branch {
  const about = [person.position, person.unitName].filter(Boolean).join(' · ')
  const label = (
    <span className={styles['chips']}>
      <Link to="/people/$employee" params={{ employee: person.id }}>
        {person.name}
      </Link>
      <span className={styles['quiet']}>{about}</span>
    </span>
  )
  return { key: person.id, label, ...(children.length === 0 ? {} : { children: children.map(branchOf) }) }
}

/** The graph of those who are linked to somebody, and a word about the others. */
function GraphOrList({ nodes, trees }: { readonly nodes: readonly LineNode[]; readonly trees: readonly TreeNode[] }) {
  const { t } = useTranslation('people')
  const drawn = useMemo(() => drawnOf(nodes, trees), [nodes, trees])
  if (drawn.apart === 0) return <Graph nodes={nodes} trees={trees} />
  const toList = (
    <Link to="." search={(before) => ({ ...before, look: 'list' })}>
      {t('tree.apart.list')}
    </Link>
  )
  if (drawn.trees.length === 0) {
    return (
      <EmptyState title={t('tree.unlinked')} action={toList}>
        {t('tree.unlinkedNote')}
      </EmptyState>
    )
  }
  return (
    <>
      <Graph nodes={drawn.nodes} trees={drawn.trees} />
      <p className={styles['quiet']}>
        {t('tree.apart', { count: drawn.apart, people: countText(drawn.apart) })} {toList}
      </p>
    </>
  )
}

/** People a graph can show at once; of more than that, nobody could read a name. */
const MOST_IN_GRAPH = 300

/** The graph with what opens, folds and finds. */
function Graph({ nodes, trees }: { readonly nodes: readonly LineNode[]; readonly trees: readonly TreeNode[] }) {
  const { t } = useTranslation('people')
  const [open, setOpen] = useState<ReadonlySet<string> | null>(null)
  const [found, setFound] = useAddressParam('find')
  const shown = useMemo(() => new Set([...(open ?? topOpen(trees)), ...(found === undefined ? [] : aboveOf(nodes, found))]), [open, trees, nodes, found])
  const toggle = (id: string) => {
    const next = new Set(shown)
    if (!next.delete(id)) next.add(id)
    setFound(undefined)
    setOpen(next)
  }
  return (
    <>
      <div className={styles['chips']}>
        <Select
          className={styles['find'] ?? ''}
          aria-label={t('tree.find')}
          placeholder={t('tree.find')}
          value={found ?? null}
          onChange={(id: string | null | undefined) => setFound(id ?? undefined)}
          options={nodes.map(({ id, name, position }) => ({ value: id, label: [name, id, position].filter(Boolean).join(' · ') }))}
          showSearch={{ optionFilterProp: 'label' }}
          allowClear
        />
        <Button disabled={nodes.length > MOST_IN_GRAPH} title={nodes.length > MOST_IN_GRAPH ? t('tree.allMany') : undefined} onClick={() => setOpen(allOpen(trees))}>
          {t('tree.all')}
        </Button>
        <Button
          onClick={() => {
            setFound(undefined)
            setOpen(topOpen(trees))
          }}
        >
          {t('tree.top')}
        </Button>
      </div>
      <Suspense fallback={<Lines count={8} />}>
        <LineGraph trees={trees} open={shown} found={found} onToggle={toggle} />
      </Suspense>
    </>
  )
}
