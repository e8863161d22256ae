import { z } from 'zod'
import { REASON_LENGTH } from '../../base/limits.ts'
import { WRITES_RECORDS } from '../access/data-permission.ts'
import { command, type Route } from '../http/route.ts'
import type { Who } from '../http/who.ts'
import { rulesInForceNow } from '../measures/rules-cache.ts'
import { addRecord, correctRecord, deleteRecord, type Writer } from './manual.ts'
import { datasetWritten } from './seen.ts'
import { datasetPath, recordPath } from './shapes.ts'

const Typed = z.record(z.string().max(200), z.string().max(10_000)).describe('Field → text as people write it; empty for nothing.')
const Reason = z.string().trim().min(1).max(REASON_LENGTH).describe('Why; it stands with the version.')
const Change = z
  .string()
  .regex(/^\d{1,18}$/)
  .describe('`change` of the record as it was looked at.')

const writerOf = (who: Who, reason: string): Writer => ({ user: who.user, name: who.name, reason })

export const manualRoutes: readonly Route[] = [
  command(
    'record.add',
    {
      id: 'addRecord',
      method: 'post',
      path: '/datasets/{dataset}/records',
      tag: 'datasets',
      summary: 'Add a record by hand. It goes through every check of an import.',
      may: WRITES_RECORDS,
      params: datasetPath,
      body: z.strictObject({ fields: Typed, reason: Reason }),
      reply: z.object({ record: z.string() }),
      status: 201,
    },
    async (tx, { params, body, who, audit }) => {
      const rules = await rulesInForceNow(tx)
      const document = datasetWritten(rules, params.dataset, who)
      const record = await addRecord(tx, rules, document, { fields: body.fields, writer: writerOf(who, body.reason) })
      audit.about(`record/${params.dataset}/${record}`, { reason: body.reason })
      return { record }
    },
  ),
  command(
    'record.correct',
    {
      id: 'correctRecord',
      method: 'patch',
      path: '/datasets/{dataset}/records/{record}',
      tag: 'datasets',
      summary: 'Correct fields of a record: a new version, with a reason. The key stays.',
      may: WRITES_RECORDS,
      params: recordPath,
      body: z.strictObject({ fields: Typed, reason: Reason, change: Change }),
      reply: z.null(),
      status: 204,
    },
    async (tx, { params, body, who, audit }) => {
      const rules = await rulesInForceNow(tx)
      await correctRecord(tx, rules, datasetWritten(rules, params.dataset, who), {
        record: params.record,
        change: body.change,
        fields: body.fields,
        writer: writerOf(who, body.reason),
      })
      audit.about(`record/${params.dataset}/${params.record}`, { reason: body.reason, fields: Object.keys(body.fields).join(', ') })
      return null
    },
  ),
  command(
    'record.delete',
    {
      id: 'deleteRecord',
      method: 'post',
      path: '/datasets/{dataset}/records/{record}/delete',
      tag: 'datasets',
      summary: 'Delete a record, with a reason. Its versions stay.',
      may: WRITES_RECORDS,
      params: recordPath,
      body: z.strictObject({ reason: Reason, change: Change }),
      reply: z.null(),
      status: 204,
    },
    async (tx, { params, body, who, audit }) => {
      const rules = await rulesInForceNow(tx)
      await deleteRecord(tx, rules, datasetWritten(rules, params.dataset, who), { record: params.record, change: body.change, writer: writerOf(who, body.reason) })
      audit.about(`record/${params.dataset}/${params.record}`, { reason: body.reason })
      return null
    },
  ),
]
