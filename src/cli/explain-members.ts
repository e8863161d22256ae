import type { TargetTrace } from '../engine/reference/trace.ts'
import type { Output } from './output.ts'
import type { Column } from './table.ts'

interface MembersView {
  readonly output: Output
  readonly figure: (value: string | null) => string
  readonly person: (id: string) => string
  /** Most people listed. */
  readonly rows: number
  readonly indent: string
}

/** Whose targets were added up: who has none comes first, so that nobody is left out unnoticed. */
export function showMembers(members: NonNullable<TargetTrace['members']>, { output, figure, person, rows, indent }: MembersView): void {
  const without = members.filter((m) => m.value === null)
  const listed = [...without, ...members.filter((m) => m.value !== null)]
  output.lines(indent + output.say('targets.members', { people: members.length, asked: members.length - without.length }))
  if (without.length > 0) output.lines(indent + output.colours.yellow(output.say('targets.without', { people: without.length })))
  const columns: Column[] = [
    { title: output.say('run.people'), align: 'left' },
    { title: output.say('score.target'), align: 'right' },
    { title: '', align: 'left' },
  ]
  const cells = listed
    .slice(0, rows)
    .map((m) => [
      person(m.employee),
      m.value === null ? output.say('targets.none') : figure(m.value),
      m.rows.length > 1 ? m.rows.map((r) => `${r.period} ${figure(r.value)}`).join(' + ') : m.rows.map((r) => r.period).join(''),
    ])
  output.table(columns, cells, { indent })
  if (listed.length > rows) output.lines(indent + output.colours.dim(output.say('explain.more', { count: listed.length - rows, all: listed.length })))
}
