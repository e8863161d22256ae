import { z } from 'zod'
import { command, query, type Route } from '../http/route.ts'
import { DayAsked } from '../http/shapes.ts'
import { createUnit, moveEffect, moveUnit, renameUnit, UnitEffect } from './change-unit.ts'
import { CloseEffect, closeEffect, closeUnit } from './close-unit.ts'
import { onQuery, ShortText } from './shapes.ts'
import { UnitDetail, unitDetail } from './unit.ts'

const tag = 'org'
const may = 'org.write'

const unitPath = z.object({ unit: z.string() })
const Text = z.string().trim().min(1).max(200)
const Change = z.string().max(64).describe('`change` of the unit as it was looked at.')
const moveFields = { from: DayAsked.describe('The first day it holds.'), parent: ShortText.describe('Id of the unit above; empty: none from then on.') }
const closeFields = {
  from: DayAsked.describe('The first day on which the unit is no more.'),
  to: ShortText.min(1).optional().describe('Id of the unit that takes over its people and the units below; left out: the one right above.'),
}

const looks: readonly Route[] = [
  query(
    {
      ...{ id: 'getUnit', method: 'get', path: '/units/{unit}', tag, summary: 'A unit: its place on a day, and where it was and will be.', may: 'org.read' },
      params: unitPath,
      query: z.object(onQuery),
      reply: UnitDetail,
    },
    (read, { params: { unit }, query: { on }, who, today }) => unitDetail(read, unit, { who, on: on ?? today, today }),
  ),
  query(
    {
      ...{ id: 'previewUnitMove', method: 'get', path: '/units/{unit}/move', tag, summary: 'What a move of a unit would do.', may },
      params: unitPath,
      query: z.object(moveFields),
      reply: UnitEffect,
    },
    (read, { params: { unit }, query: move, today }) => moveEffect(read, unit, move, today),
  ),
  query(
    {
      ...{ id: 'previewUnitClose', method: 'get', path: '/units/{unit}/close', tag, summary: 'What closing a unit would do.', may },
      params: unitPath,
      query: z.object(closeFields),
      reply: CloseEffect,
    },
    (read, { params: { unit }, query: { from, to }, today }) => closeEffect(read, unit, { from, to }, today),
  ),
]

const commands: readonly Route[] = [
  command(
    'unit.create',
    {
      ...{ id: 'createUnit', method: 'post', path: '/units', tag, summary: 'A unit that was not there.', may, status: 201 },
      body: z.strictObject({
        ...{ id: Text, name: Text, parent: ShortText.default('').describe('Id of the unit above; empty: none.') },
        from: z
          .union([z.literal(''), DayAsked])
          .default('')
          .describe('The first day below it; empty: since ever.'),
      }),
      reply: z.object({ unit: z.string() }),
    },
    async (tx, { body, audit }) => {
      await createUnit(tx, body)
      audit.about(`unit/${body.id}`, { name: body.name, parent: body.parent, from: body.from })
      return { unit: body.id }
    },
  ),
  command(
    'unit.rename',
    {
      ...{ id: 'renameUnit', method: 'patch', path: '/units/{unit}', tag, summary: 'Another name of a unit: for all days.', may, status: 204 },
      params: unitPath,
      body: z.strictObject({ name: Text, change: Change }),
      reply: z.null(),
    },
    async (tx, { params: { unit }, body: { name, change }, audit }) => {
      await renameUnit(tx, unit, name, change)
      audit.about(`unit/${unit}`, { name })
      return null
    },
  ),
  command(
    'unit.move',
    {
      ...{ id: 'moveUnit', method: 'post', path: '/units/{unit}/move', tag, summary: 'From a day on a unit stands below another one.', may, status: 204 },
      params: unitPath,
      body: z.strictObject({ ...moveFields, change: Change }),
      reply: z.null(),
    },
    async (tx, { params: { unit }, body: { change, ...move }, audit }) => {
      await moveUnit(tx, unit, move, change)
      audit.about(`unit/${unit}`, { ...move })
      return null
    },
  ),
  command(
    'unit.close',
    {
      ...{ id: 'closeUnit', method: 'post', path: '/units/{unit}/close', tag, summary: 'From a day on a unit is no more; its people and units go to another one.', may },
      params: unitPath,
      status: 204,
      body: z.strictObject({ ...closeFields, change: Change }),
      reply: z.null(),
    },
    async (tx, { params: { unit }, body: { change, from, to }, audit }) => {
      const moved = await closeUnit(tx, unit, { from, to }, change)
      audit.about(`unit/${unit}`, { from, ...moved })
      return null
    },
  ),
]

/** Units: one of them with its days, and changing them. */
export const unitRoutes: readonly Route[] = [...looks, ...commands]
