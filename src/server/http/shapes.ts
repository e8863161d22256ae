import { z } from 'zod'
import { isDay } from '../../base/calendar.ts'

/** Texts that requests and answers of every feature share. */

export const Exact = z.string().describe('Exact decimal as text.')

/** A day in an answer. */
export const DayText = z.string().describe('YYYY-MM-DD')

/** A day in a request: one that is in the calendar. */
export const DayAsked = z.string().refine(isDay, 'YYYY-MM-DD')

export const InstantText = z.string().describe('Instant in UTC, ISO 8601 with Z.')
