import { z } from 'zod'
import { command, query, type Route } from '../http/route.ts'
import { DayAsked } from '../http/shapes.ts'
import { correctPerson, hireEffect, hirePerson, leaveEffect, leavePerson, transferEffect, transferPerson } from './change-person.ts'
import { MOVES, type Moves } from './person-changes.ts'
import { Effect } from './person-effect.ts'
import { employeePath, ShortText } from './shapes.ts'

const tag = 'org'
const may = 'org.write'

const Id = z.string().trim().min(1).max(200)
const Email = z.union([z.literal(''), z.email().max(200)])
const Change = z.string().max(64).describe('`change` of the person as they were looked at.')
const moveFields = Object.fromEntries(MOVES.map((field) => [field, ShortText.optional().describe('Id; empty: none from then on; left out: as it is.')])) as Record<
  (typeof MOVES)[number],
  z.ZodOptional<z.ZodString>
> // Made from exactly these names.

const movesOf = (given: Moves): Moves => Object.fromEntries(MOVES.flatMap((field) => (given[field] === undefined ? [] : [[field, given[field]]])))
const transferFields = { from: DayAsked.describe('The first day it holds.'), ...moveFields }
const leaveFields = {
  lastDay: DayAsked.describe('The last day of work.'),
  reportsTo: ShortText.optional().describe('Whom those who report to the person report to afterwards; empty: nobody; left out: whomever the person reported to.'),
}
const hireFields = { id: Id, name: Id, email: Email.default(''), ...transferFields }
const told = (moves: Moves) => Object.fromEntries(Object.entries(movesOf(moves)).map(([field, value]) => [field, value ?? '']))

/** What a change would do: asked by the same fields, nothing is changed. */
const previews: readonly Route[] = [
  query(
    { id: 'previewHire', method: 'get', path: '/people-hire', tag, summary: 'What hiring somebody would do.', may, query: z.object(hireFields), reply: Effect },
    (read, { query: { id, name, email, from, ...moves }, today }) => hireEffect(read, { id, name, email, from, moves: movesOf(moves) }, today),
  ),
  query(
    {
      id: 'previewTransfer',
      method: 'get',
      path: '/people/{employee}/transfer',
      tag,
      summary: 'What a transfer would do.',
      may,
      params: employeePath,
      query: z.object(transferFields),
      reply: Effect,
    },
    (read, { params: { employee }, query: { from, ...moves }, today }) => transferEffect(read, employee, { from, moves: movesOf(moves) }, today),
  ),
  query(
    {
      id: 'previewLeave',
      method: 'get',
      path: '/people/{employee}/leave',
      tag,
      summary: 'What somebody’s leaving would do.',
      may,
      params: employeePath,
      query: z.object(leaveFields),
      reply: Effect,
    },
    (read, { params: { employee }, query: { lastDay, reportsTo }, today }) => leaveEffect(read, employee, { lastDay, reportsTo }, today),
  ),
]

const commands: readonly Route[] = [
  command(
    'person.hire',
    {
      ...{ id: 'hirePerson', method: 'post', path: '/people', tag, summary: 'Somebody begins on a day.', may, status: 201 },
      body: z.strictObject(hireFields),
      reply: z.object({ employee: z.string() }),
    },
    async (tx, { body: { id, name, email, from, ...moves }, audit }) => {
      await hirePerson(tx, { id, name, email, from, moves: movesOf(moves) })
      audit.about(`employee/${id}`, { name, from, ...told(moves) })
      return { employee: id }
    },
  ),
  command(
    'person.transfer',
    {
      ...{
        id: 'transferPerson',
        method: 'post',
        path: '/people/{employee}/transfer',
        tag,
        summary: 'From a day on somebody is elsewhere, something else, below somebody else.',
        may,
      },
      params: employeePath,
      body: z.strictObject({ ...transferFields, change: Change }),
      status: 204,
      reply: z.null(),
    },
    async (tx, { params: { employee }, body: { from, change, ...moves }, audit }) => {
      await transferPerson(tx, employee, { from, moves: movesOf(moves) }, change)
      audit.about(`employee/${employee}`, { from, ...told(moves) })
      return null
    },
  ),
  command(
    'person.leave',
    {
      ...{ id: 'leavePerson', method: 'post', path: '/people/{employee}/leave', tag, summary: 'Somebody’s last day; those who report to them are handed over.', may },
      params: employeePath,
      body: z.strictObject({ ...leaveFields, change: Change }),
      status: 204,
      reply: z.null(),
    },
    async (tx, { params: { employee }, body: { lastDay, reportsTo, change }, audit }) => {
      const handed = await leavePerson(tx, employee, { lastDay, reportsTo }, change)
      audit.about(`employee/${employee}`, { lastDay, handedOver: handed.length, ...(reportsTo === undefined ? {} : { reportsTo }) })
      return null
    },
  ),
  command(
    'person.correct',
    {
      ...{ id: 'correctPerson', method: 'patch', path: '/people/{employee}', tag, summary: 'Correct the spelling of a name, or an address: for all days.', may },
      params: employeePath,
      body: z.strictObject({ name: Id.optional(), email: Email.optional(), keepName: z.boolean().default(false).describe('Files may go on using the old name.'), change: Change }),
      status: 204,
      reply: z.null(),
    },
    async (tx, { params: { employee }, body: { change, ...correction }, audit }) => {
      await correctPerson(tx, employee, correction, change)
      audit.about(`employee/${employee}`, Object.fromEntries(Object.entries(correction).map(([field, value]) => [field, String(value)])))
      return null
    },
  ),
]

/** Changing who works here, where, and below whom. */
export const personChangeRoutes: readonly Route[] = [...previews, ...commands]
