import { expect, it } from 'vitest'
import { announcementIn } from './announcement.ts'

it('reads what changed, and takes nonsense for nothing', () => {
  expect(announcementIn('{"job":"0199"}')).toEqual({ job: '0199' })
  expect(announcementIn('{"run":"7","period":"2026-Q1"}')).toEqual({ run: '7' })
  expect(announcementIn('{"missed":true}')).toEqual({ missed: true })
  for (const nonsense of ['', 'null', '[]', '{"job":7}', '{']) expect(announcementIn(nonsense)).toEqual({})
})
