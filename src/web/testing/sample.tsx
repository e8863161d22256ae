import { PersonName } from '../parts/PersonName.tsx'
import { WhyLink } from '../parts/WhyLink.tsx'
import { Amount, DateText, Delta, Percent } from '../ui/Figures.tsx'
import { type State, StateMark } from '../ui/StateMark.tsx'
import type { Column } from '../ui/table/column.ts'
import { byNumber, byText } from '../ui/table/rows.ts'

export interface Person {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly role: string
  readonly revenue: string | null
  readonly attainment: string | null
  readonly change: string | null
  readonly state: State
  readonly since: string
}

const FAMILY = [...'王李张刘陈杨赵黄周吴']
const GIVEN = ['伟', '芳', '娜', '秀英', '敏', '静', '丽', '强', '磊', '洋', '艳', '勇', '军', '杰', '娟', '涛']
const UNITS = ['华东大区', '华北大区', '华南大区', '西南大区']
const STATES: readonly State[] = ['on', 'caution', 'off', 'none']

/** Made-up people, always the same. */
export function people(count: number): readonly Person[] {
  return Array.from({ length: count }, (_, at) => {
    const none = at % 17 === 16
    return {
      id: `w-${1000 + at}`,
      name: `${FAMILY[at % FAMILY.length]}${GIVEN[(at * 7) % GIVEN.length]}`,
      unit: UNITS[at % UNITS.length] ?? '',
      role: at % 3 === 0 ? '新客开拓' : '老客维护',
      revenue: none ? null : `${(at * 7919) % 3_000_000}.${10 + (at % 90)}`,
      attainment: none ? null : `${((at * 37) % 160) / 100}`,
      change: none ? null : `${((at * 13) % 50) - 25}`,
      state: none ? 'none' : (STATES[at % 3] ?? 'none'),
      since: `20${10 + (at % 15)}-0${1 + (at % 9)}-15`,
    }
  })
}

export function personColumns(lang: 'zh' | 'en'): readonly Column<Person>[] {
  const words = (zh: string, en: string) => (lang === 'zh' ? zh : en)
  const reason = words('本月没有记录', 'no records this month')
  return [
    {
      id: 'name',
      title: words('姓名', 'Name'),
      always: true,
      cell: (p) => <PersonName name={p.name} unit={p.unit} role={p.role} link={(name) => <a href={`#${p.id}`}>{name}</a>} />,
      text: (p) => p.name,
      compare: byText((p) => p.name),
    },
    {
      id: 'unit',
      title: words('部门', 'Unit'),
      cell: (p) => p.unit,
      text: (p) => p.unit,
      hidden: true,
      filter: { of: (p) => p.unit, choices: UNITS.map((value) => ({ value, label: value })) },
    },
    { id: 'state', title: words('状态', 'State'), cell: (p) => <StateMark state={p.state} /> },
    {
      id: 'revenue',
      title: words('收入', 'Revenue'),
      end: true,
      cell: (p) => (
        <WhyLink employee={p.id} subject="measure:revenue">
          <Amount value={p.revenue} missing={reason} />
        </WhyLink>
      ),
      text: (p) => p.revenue,
      compare: byNumber((p) => p.revenue),
    },
    {
      id: 'attainment',
      title: words('达成率', 'Attainment'),
      end: true,
      cell: (p) => <Percent value={p.attainment} missing={reason} />,
      text: (p) => p.attainment,
      compare: byNumber((p) => p.attainment),
    },
    {
      id: 'change',
      title: words('比上月', 'Change'),
      end: true,
      cell: (p) => <Delta value={p.change} missing={reason} good="up" against={words('上月', 'last month')} />,
      text: (p) => p.change,
      compare: byNumber((p) => p.change),
    },
    { id: 'since', title: words('入职', 'Since'), cell: (p) => <DateText day={p.since} />, text: (p) => p.since, compare: byText((p) => p.since) },
  ]
}
