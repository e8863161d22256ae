import { z } from 'zod'
import { Refusal } from '../../base/diagnostic.ts'
import { sql } from '../../base/sql.ts'
import type { Store } from '../../store/types.ts'
import { requireMatch, showVersion } from './etag.ts'
import { command, query, type Route, work } from './route.ts'

/** A feature of notes for tests: what every kind of route does, seen from outside. */
export async function makeNotes(store: Store): Promise<void> {
  await store.tx((tx) => tx.run(sql`create table app.note (id int generated always as identity primary key, text text not null, version int not null default 1)`))
}

export async function notesIn(store: Store): Promise<string[]> {
  return (await store.read((read) => read.query<{ text: string }>(sql`select text from app.note order by id`))).map((row) => row.text)
}

const Note = z.object({ id: z.number().int(), text: z.string() }).meta({ id: 'Note' })
const NewNote = z.strictObject({ text: z.string().min(1).max(1_000), tags: z.array(z.enum(['a', 'b'])).optional() })
const byId = z.object({ note: z.coerce.number().int() })

async function addNote(tx: { first: <R extends object>(s: ReturnType<typeof sql>) => Promise<R | undefined> }, text: string) {
  const row = await tx.first<{ id: number; text: string }>(sql`insert into app.note (text) values (${text}) returning id, text`)
  if (row === undefined) throw new Error('nothing was inserted')
  return row
}

export const noteRoutes: readonly Route[] = [
  query({ id: 'listNotes', method: 'get', path: '/notes', tag: 'notes', summary: 'Notes.', may: 'org.read', reply: z.array(Note) }, (read) =>
    read.query<{ id: number; text: string }>(sql`select id, text from app.note order by id`),
  ),
  query({ id: 'getNote', method: 'get', path: '/notes/{note}', tag: 'notes', summary: 'A note.', may: 'signed-in', params: byId, reply: Note }, async (read, { params, reply }) => {
    const row = await read.first<{ id: number; text: string; version: number }>(sql`select * from app.note where id = ${params.note}`)
    if (row === undefined) throw new Refusal('note.unknown', { note: params.note })
    showVersion(reply, row.version)
    return row
  }),
  query(
    {
      id: 'getNotesOf',
      method: 'get',
      path: '/notes-of/{employee}',
      tag: 'notes',
      summary: 'Notes about somebody.',
      may: 'score.read',
      params: z.object({ employee: z.string() }),
      reply: z.object({ of: z.string() }),
    },
    async (_read, { params }) => ({ of: params.employee }),
  ),
  command(
    'note.add',
    { id: 'addNote', method: 'post', path: '/notes', tag: 'notes', summary: 'Add a note.', may: 'org.write', body: NewNote, reply: Note, status: 201 },
    async (tx, { body, audit }) => {
      const note = await addNote(tx, body.text)
      audit.about(`note/${note.id}`, { text: body.text })
      if (body.text === 'fail') throw new Error('as the test wishes')
      if (body.text === 'refuse') throw new Refusal('note.already', {})
      return note
    },
  ),
  command(
    'note.change',
    { id: 'changeNote', method: 'put', path: '/notes/{note}', tag: 'notes', summary: 'Change a note.', may: 'org.write', params: byId, body: NewNote, reply: Note },
    async (tx, { params, body, request, reply }) => {
      const before = await tx.first<{ version: number }>(sql`select version from app.note where id = ${params.note}`)
      requireMatch(request, before?.version ?? 0)
      await tx.run(sql`update app.note set text = ${body.text}, version = version + 1 where id = ${params.note}`)
      showVersion(reply, (before?.version ?? 0) + 1)
      return { id: params.note, text: body.text }
    },
  ),
  work(
    'note.work',
    { id: 'workNotes', method: 'post', path: '/notes/work', tag: 'notes', summary: 'Add a note in its own time.', may: 'org.write', body: NewNote, reply: Note },
    (store, { body }) => store.tx((tx) => addNote(tx, body.text)),
  ),
]
