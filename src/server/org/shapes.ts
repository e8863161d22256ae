import { z } from 'zod'
import { ORG_TEXT_LENGTH } from '../../base/limits.ts'
import { DayAsked } from '../http/shapes.ts'

/** Shapes that several answers about people share. */

export const ShortText = z.string().max(ORG_TEXT_LENGTH)

export const onQuery = { on: DayAsked.optional().describe('The day to look at; today unless told.') }

export const employeePath = z.object({ employee: z.string() })

/** A name beside somebody: whether their own page may be opened is told, so that no link leads nowhere. */
export const Colleague = z.object({ id: z.string(), name: z.string(), visible: z.boolean() }).meta({ id: 'Colleague', description: 'Somebody named beside a person one sees.' })

export const Stretch = { from: z.string().nullable().describe('Null: since ever.'), until: z.string().nullable().describe('Not included; null: open.') }

/** here: works here on the day; coming: begins later; gone: has left. */
export const STATES = ['here', 'coming', 'gone'] as const
