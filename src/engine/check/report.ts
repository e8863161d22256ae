import type { calendarTexts } from '../../base/calendar-texts.ts'
import type { Diagnostic, Params, Place } from '../../base/diagnostic.ts'
import type { Span } from '../formula/ast.ts'
import type { EngineCode } from './texts.ts'

/** What is wrong with a company's calendar has its sentences beside the calendar. */
export type CalendarCode = keyof typeof calendarTexts

export type DocumentPath = readonly (string | number)[]

/** A parsed document and where it stands, so that a mistake in it can be pointed at. */
export interface Placed<T> {
  readonly document: T
  readonly file?: string | undefined
  /** Line and column (1-based) of a path inside the document, of a span inside the text found there. Unknown: the place has only the path. */
  readonly locate?: ((path: DocumentPath, span?: Span) => { readonly line: number; readonly column: number } | undefined) | undefined
}

/** Collects what is wrong with one document. */
export interface Reporter {
  error(code: EngineCode | CalendarCode, path: DocumentPath, params?: Params, span?: Span): void
  warning(code: EngineCode, path: DocumentPath, params?: Params, span?: Span): void
  /** Errors reported through this reporter so far. */
  errors(): number
  /** The place of a path, as text for a reader: file:line, else the path. */
  where(path: DocumentPath): string
}

export function placeOf(source: Placed<unknown>, path: DocumentPath, span?: Span): Place {
  const located = source.locate?.(path, span)
  return { ...(source.file === undefined ? {} : { file: source.file }), ...located, path, ...(span === undefined ? {} : { span }) }
}

export function reporterFor(source: Placed<unknown>, sink: Diagnostic[]): Reporter {
  let errors = 0
  const add = (severity: 'error' | 'warning', code: EngineCode | CalendarCode, path: DocumentPath, params: Params = {}, span?: Span) => {
    if (severity === 'error') errors++
    sink.push({ code, severity, place: placeOf(source, path, span), params })
  }
  return {
    error: (code, path, params, span) => add('error', code, path, params, span),
    warning: (code, path, params, span) => add('warning', code, path, params, span),
    errors: () => errors,
    where: (path) => {
      const place = placeOf(source, path)
      return [place.file ?? path.join('.'), place.line].filter((part) => part !== undefined).join(':')
    },
  }
}
