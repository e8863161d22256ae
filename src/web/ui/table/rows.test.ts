import { describe, expect, it } from 'vitest'
import type { Column } from './column.ts'
import { NO_VIEW } from './column.ts'
import { byNumber, byText, rowsIn } from './rows.ts'

interface Person {
  readonly name: string
  readonly unit: string
  readonly score: string | null
}

const PEOPLE: readonly Person[] = [
  { name: '张伟', unit: '华东', score: '9.5' },
  { name: '李娜', unit: '华北', score: null },
  { name: 'Zoe', unit: '华东', score: '100.25' },
]
const COLUMNS: readonly Column<Person>[] = [
  { id: 'name', title: '姓名', cell: (p) => p.name, text: (p) => p.name, compare: byText((p) => p.name) },
  { id: 'unit', title: '部门', cell: (p) => p.unit, text: (p) => p.unit, filter: { of: (p) => p.unit, choices: [] } },
  { id: 'score', title: '得分', cell: (p) => p.score, text: (p) => p.score, compare: byNumber((p) => p.score) },
]
const names = (view: Partial<typeof NO_VIEW>) => rowsIn(PEOPLE, COLUMNS, { ...NO_VIEW, ...view }).map((p) => p.name)

describe('the rows of a table', () => {
  it('are all there, in their order, without a view', () => expect(names({})).toEqual(['张伟', '李娜', 'Zoe']))

  it('are found by every word, in any column and case', () => {
    expect(names({ q: 'zo' })).toEqual(['Zoe'])
    expect(names({ q: '华东 张' })).toEqual(['张伟'])
    expect(names({ q: '华东 李' })).toEqual([])
  })

  it('are filtered by value, not by part of it', () => {
    expect(names({ filters: { unit: '华东' } })).toEqual(['张伟', 'Zoe'])
    expect(names({ filters: { unit: '华' } })).toEqual([])
  })

  it('are sorted as numbers, not as text, what is missing first going up and last going down', () => {
    expect(names({ sort: { column: 'score', down: true } })).toEqual(['Zoe', '张伟', '李娜'])
    expect(names({ sort: { column: 'score', down: false } })).toEqual(['李娜', '张伟', 'Zoe'])
  })

  it('ignores an order by a column that is not there', () => expect(names({ sort: { column: 'gone', down: true } })).toEqual(['张伟', '李娜', 'Zoe']))
})
