import { z } from 'zod'
import { pageOf, pageQuery } from '../http/paging.ts'
import { query, type Route } from '../http/route.ts'
import { lineTree, listPeople, PEOPLE_SORTS, PersonRow, TreeNode } from './people.ts'
import { PersonDetail, personDetail } from './person.ts'
import { employeePath, onQuery, ShortText, STATES } from './shapes.ts'
import { unitsKept } from './unit.ts'
import { OrgChoices, orgChoices, UnitRow, unitTree } from './unit-tree.ts'

const tag = 'org'
const may = 'org.read'

/** Reading who works here, where, and below whom. */
export const peopleRoutes: readonly Route[] = [
  query(
    {
      id: 'listPeople',
      method: 'get',
      path: '/people',
      tag,
      summary: 'People one sees, as on a day.',
      may,
      query: z.object({
        ...pageQuery,
        ...onQuery,
        q: ShortText.optional().describe('Part of the id, the name, another spelling, the address or the position.'),
        unit: ShortText.optional().describe('This unit and all below it.'),
        role: ShortText.optional(),
        state: z.enum([...STATES, 'all']).default('here'),
        sort: z.enum(PEOPLE_SORTS).default('id'),
        order: z.enum(['asc', 'desc']).default('asc'),
      }),
      reply: pageOf(PersonRow),
    },
    (read, { query: asked, who, today }) => listPeople(read, asked, { who, on: asked.on ?? today, today }),
  ),
  query(
    {
      id: 'getLineTree',
      method: 'get',
      path: '/people-tree',
      tag,
      summary: 'The reporting or sponsor tree on a day, as far as one sees it.',
      may,
      query: z.object({ ...onQuery, line: z.enum(['reporting', 'sponsor']).default('reporting') }),
      reply: z.object({ items: z.array(TreeNode) }),
    },
    async (read, { query: { on, line }, who, today }) => ({ items: await lineTree(read, line, { who, on: on ?? today, today }) }),
  ),
  query(
    {
      id: 'getPerson',
      method: 'get',
      path: '/people/{employee}',
      tag,
      summary: 'One person: assignments and lines with days, who reports to them.',
      may,
      params: employeePath,
      query: z.object(onQuery),
      reply: PersonDetail,
    },
    (read, { params: { employee }, query: { on }, who, today }) => personDetail(read, employee, { who, on: on ?? today, today }),
  ),
  query(
    {
      id: 'listUnits',
      method: 'get',
      path: '/units',
      tag,
      summary: 'The tree of units on a day.',
      may,
      query: z.object(onQuery),
      reply: z.object({ items: z.array(UnitRow), kept: z.boolean().describe('Whether the company keeps a list of its units; otherwise rows of people make them.') }),
    },
    async (read, { query: { on }, who, today }) => ({ items: await unitTree(read, { who, on: on ?? today, today }), kept: await unitsKept(read) }),
  ),
  query({ id: 'getOrgChoices', method: 'get', path: '/org-choices', tag, summary: 'Units, roles and positions to choose from.', may, reply: OrgChoices }, (read) =>
    orgChoices(read),
  ),
]
