import { workbookOf, zipOf } from '../../server/datasets/xlsx/testing.ts'
import type { Files } from '../../server/plan/testing-folder.ts'
import type { Kind } from './kinds.ts'

const IMPORT = ['import', 'orders', 'DIR/bad.csv'] as const
const csv = (content: string | Buffer): Files => ({ 'bad.csv': content })
const rows = (text: string): Files => csv(`id,seller,day,amount\n${text}\n`)
const file = (name: string, content: Buffer): Pick<Kind, 'files' | 'args'> => ({ files: { [name]: content }, args: ['import', 'orders', `DIR/${name}`] })

const LINE_BYTES = 100 * 1_048_576

const FILES: readonly Kind[] = [
  { what: 'an employee nobody knows', files: rows('A1,赵六,2026-04-01,1'), args: IMPORT, place: 'bad.csv:2', says: /赵六/ },
  { what: 'nearly an employee', files: rows('A1,韩梅海,2026-04-01,1'), args: IMPORT, place: 'bad.csv:2', says: /韩梅梅/ },
  { what: 'SQL for an employee', files: rows(`A1,"E1'; drop table app.employee; --",2026-04-01,1`), args: IMPORT, place: 'bad.csv:2', says: /drop table/ },
  { what: 'a day that does not exist', files: rows('A1,E1,2026-04-31,1'), args: IMPORT, place: 'bad.csv:2', says: /2026-04-31/ },
  { what: 'a day or a month first', files: rows('A1,E1,03/04/2026,1'), args: IMPORT, place: 'bad.csv:2', says: /dateOrder/ },
  { what: 'a word for an amount', files: rows('A1,E1,2026-04-01,many'), args: IMPORT, place: 'bad.csv:2', says: /many/ },
  { what: 'an amount in another currency', files: rows('A1,E1,2026-04-01,$5'), args: IMPORT, place: 'bad.csv:2', says: /CNY/ },
  { what: 'an amount of 80 digits', files: rows(`A1,E1,2026-04-01,${'9'.repeat(80)}`), args: IMPORT, place: 'bad.csv:2', says: /digits/ },
  { what: 'a required value left out', files: rows('A1,E1,2026-04-01,'), args: IMPORT, place: 'bad.csv:2', says: /empty/ },
  { what: 'a key twice in a file', files: rows('A1,E1,2026-04-01,1\nA1,E2,2026-04-01,2'), args: IMPORT, place: 'bad.csv:2', says: /3/ },
  {
    what: 'a line of 100 MB',
    files: csv(Buffer.concat([Buffer.from('id,seller,day,amount\nA1,E1,2026-04-01,'), Buffer.alloc(LINE_BYTES, 'x')])),
    args: IMPORT,
    place: 'bad.csv:2',
    says: /1 MB/,
  },
  { what: 'a NUL byte in a row', files: rows('A1,E1,2026-04-01,1\nA2,E\0,2026-04-01,1'), args: IMPORT, place: 'bad.csv:3', says: /NUL/ },
  { what: 'a quote never closed', files: rows('A1,"E1,2026-04-01,1'), args: IMPORT, place: 'bad.csv:2', says: /quote/ },
  { what: 'a cell too few', files: rows('A1,E1,2026-04-01'), args: IMPORT, place: 'bad.csv:2', says: /3[\s\S]*4/ },
  {
    what: 'a damaged UTF-8 file',
    files: csv(
      Buffer.concat([Buffer.from('id,seller,day,amount\nA1,韩梅梅,2026-04-01,1\nA2,韩梅梅,2026-04-01,1\nA3,'), Buffer.from([0xe9, 0x9f]), Buffer.from(',2026-04-01,1\n')]),
    ),
    args: IMPORT,
    place: 'bad.csv:',
    says: /UTF-8/,
  },
  { what: 'a file of no bytes', files: csv(''), args: IMPORT, place: 'bad.csv', says: /empty/ },
  { what: 'a file without the key', files: csv('seller,day,amount\nE1,2026-04-01,1\n'), args: IMPORT, place: 'bad.csv:1', says: /id/ },
  { what: 'a column twice', files: csv('id,seller,day,amount,amount\nA1,E1,2026-04-01,1,2\n'), args: IMPORT, place: 'bad.csv:1', says: /amount/ },
  { what: 'a file that is not there', args: ['import', 'orders', 'DIR/gone.csv'], place: 'gone.csv', says: /gone\.csv/ },
  { what: 'a folder for a file', args: ['import', 'orders', 'DIR'], place: '', says: /folder/ },
  { what: 'a device for a file', args: ['import', 'orders', '/dev/zero'], place: null, says: /\/dev\/zero/ },
  { what: 'a text called .xlsx', ...file('bad.xlsx', Buffer.from('id,seller\nA1,E1\n')), place: 'bad.xlsx', says: /Excel|xlsx|XLSX/ },
  { what: 'an old .xls', ...file('bad.xls', Buffer.from('d0cf11e0a1b11ae100000000', 'hex')), place: 'bad.xls', says: /xls/ },
  { what: 'half a workbook', ...file('bad.xlsx', workbookOf({ s: [['id']] }).subarray(0, 700)), place: 'bad.xlsx', says: /damaged|incomplete/ },
  { what: 'a zip that is no workbook', ...file('bad.xlsx', zipOf({ 'a.txt': 'x' })), place: 'bad.xlsx', says: /workbook/ },
  {
    what: 'a bad cell of a workbook',
    ...file(
      'bad.xlsx',
      workbookOf({
        s: [
          ['id', 'seller', 'day', 'amount'],
          ['A1', 'E1', '2026-02-30', '1'],
        ],
      }),
    ),
    place: 'bad.xlsx:2',
    says: /2026-02-30/,
  },
  {
    what: 'a sheet that is not there',
    files: { 'bad.xlsx': workbookOf({ 一月: [['id']] }) },
    args: ['import', 'orders', 'DIR/bad.xlsx', '--sheet', '二月'],
    place: 'bad.xlsx',
    says: /二月[\s\S]*一月/,
  },
  { what: 'a column that is mapped to nothing', files: rows('A1,E1,2026-04-01,1'), args: [...IMPORT, '--column', 'cost=Cost'], place: 'bad.csv:1', says: /Cost/ },
  { what: 'a mapping of a field that does not exist', files: rows('A1,E1,2026-04-01,1'), args: [...IMPORT, '--column', 'cots=amount'], place: null, says: /cots/ },
  { what: 'an empty file that would delete all', files: csv('id,seller,day,amount\n'), args: [...IMPORT, '--mode', 'replace'], place: 'bad.csv', says: /delete/ },
  { what: 'shares of 130 %', files: csv('order,who,percent\nO1,E1,70\nO1,E2,60\n'), args: ['import', 'shares', 'DIR/bad.csv'], place: 'bad.csv:2', says: /130/ },
  { what: 'a share below zero', files: csv('order,who,percent\nO1,E1,-5\n'), args: ['import', 'shares', 'DIR/bad.csv'], place: 'bad.csv:2', says: /-5/ },
  { what: 'a share of an order that is not there', files: csv('order,who,percent\nO99,E1,5\n'), args: ['import', 'shares', 'DIR/bad.csv'], place: 'bad.csv:2', says: /O99/ },
]

const APPLIED: readonly Kind[] = [
  {
    what: 'bad rows in a file of the plan',
    files: { 'orders.csv': 'id,seller,day,amount,cost\nO1,E2,2026-01-08,12000.00,7800\nO2,E9,2026-02-30,x,\n' },
    place: 'orders.csv:3',
    says: /E9/,
  },
  { what: 'an entered value of nobody', files: { 'entered.csv': 'measure,employee,date,value,note\ntarget,E9,2026-Q1,1,\n' }, place: 'entered.csv:2', says: /E9/ },
  {
    what: 'an entered value of a period that does not exist',
    files: { 'entered.csv': 'measure,employee,date,value,note\ntarget,E2,2026-Q7,1,\n' },
    place: 'entered.csv:2',
    says: /2026-Q7/,
  },
  {
    what: 'an entered value of a measure that does not exist',
    files: { 'entered.csv': 'measure,employee,date,value,note\ntraget,E2,2026-Q1,1,\n' },
    place: 'entered.csv:2',
    says: /traget/,
  },
  {
    what: 'a score in words',
    files: { 'ratings.csv': 'measure,employee,rater,source,date,score,comment\nattitude,E2,E1,manager,2026-03-31,good,\n' },
    place: 'ratings.csv:2',
    says: /good/,
  },
]

const COMMANDS: readonly Kind[] = [
  { what: 'a fifth quarter', args: ['run', '--period', '2026-Q5'], place: null, exit: 2, says: /2026-Q5/ },
  { what: 'a period in words', args: ['run', '--period', 'soon'], place: null, exit: 2, says: /soon/ },
  { what: 'SQL for a period', args: ['run', '--period', `2026-Q1'; drop table calc.run; --`], place: null, exit: 2, says: /drop table/ },
  { what: 'a period of 10 kB', args: ['run', '--period', '9'.repeat(10_000)], place: null, exit: 2, says: /9/ },
  { what: 'the year 99999', args: ['run', '--period', '99999-Q1'], place: null, exit: 2, says: /99999/ },
  { what: 'a measure that does not exist', args: ['run', '--period', '2026-Q1', '--measure', 'saels'], place: null, says: /sales/ },
  { what: 'a person nobody knows', args: ['explain', '赵六', 'sales', '--period', '2026-Q1'], place: null, says: /赵六/ },
  { what: 'SQL for a person', args: ['explain', `E1'; drop table app.employee; --`, 'sales', '--period', '2026-Q1'], place: null, says: /drop table/ },
  { what: 'a person with control characters', args: ['explain', 'E1\u001b[31m\u0007', 'sales', '--period', '2026-Q1'], place: null, says: /E1/ },
  { what: 'an unknown measure of a person', args: ['explain', 'E2', 'sale', '--period', '2026-Q1'], place: null, says: /sales/ },
  { what: 'a period before a person came', args: ['explain', 'E4', 'sales', '--period', '2020-Q1'], place: null, says: /2020-Q1/ },
  { what: 'a dataset that does not exist', args: ['import', 'ordres', 'DIR/orders.csv'], place: null, says: /orders/ },
  { what: 'SQL for a dataset', args: ['import', 'orders"; drop table data.orders; --', 'DIR/orders.csv'], place: null, says: /drop table/ },
  { what: 'a company that does not exist', args: ['run', '--period', '2026-Q1', '--company', 'nobody'], place: null, says: /nobody/ },
  { what: 'a company by a path', args: ['run', '--period', '2026-Q1', '--company', '../../etc'], place: null, says: /\.\.\/\.\.\/etc/ },
  { what: 'a command that does not exist', args: ['aply', 'DIR'], place: null, exit: 2, says: /apply/ },
  { what: 'an option that does not exist', args: ['apply', 'DIR', '--froce'], place: null, exit: 2, says: /--froce/ },
]

/** Kinds of data files, and of commands. */
export const DATA_KINDS: readonly Kind[] = [...FILES, ...APPLIED, ...COMMANDS]
