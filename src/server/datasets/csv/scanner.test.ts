import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordTexts } from './delimiter.ts'
import { CsvScanner, isFatal, type ScannerOptions } from './scanner.ts'

interface Seen {
  readonly line: number
  readonly fields: readonly string[]
  readonly trouble: string | null
}

/** Everything a scanner finds when the bytes come in pieces of these lengths (over and over). */
function scan(bytes: Buffer, lengths: readonly number[], options: Partial<ScannerOptions> = {}): Seen[] {
  const scanner = new CsvScanner({ delimiter: 0x2c, ...options })
  const found: Seen[] = []
  let stopped = false
  const take = () => {
    while (!stopped && scanner.next()) {
      stopped = scanner.trouble !== null && isFatal(scanner.trouble)
      found.push({ line: scanner.line, fields: stopped ? [] : recordTexts(scanner), trouble: scanner.trouble?.code ?? null })
    }
  }
  for (let at = 0, i = 0; at < bytes.length && !stopped; i++) {
    const length = lengths[i % lengths.length] ?? 1
    scanner.push(Buffer.from(bytes.subarray(at, at + length)))
    at += length
    take()
  }
  scanner.end()
  take()
  return found
}

/** RFC 4180 read character by character, as slowly and plainly as possible. */
function reference(text: string): { line: number; fields: string[] }[] {
  const records: { line: number; fields: string[] }[] = []
  let line = 1
  for (let i = 0; i < text.length; ) {
    const record = { line, fields: [] as string[] }
    const start = i
    for (let more = true; more; ) {
      let field = ''
      if (text[i] === '"') {
        for (i++; text[i] !== '"' || text[i + 1] === '"'; i++) {
          if (text[i] === '"') i++
          else if (text[i] === '\n' || (text[i] === '\r' && text[i + 1] !== '\n')) line++
          field += text[i]
        }
        i++
      } else for (; i < text.length && !',\r\n'.includes(text.charAt(i)); i++) field += text[i]
      record.fields.push(field)
      more = text[i] === ','
      if (more) i++
    }
    const isBlank = record.fields.length === 1 && record.fields[0] === '' && text[start] !== '"'
    i += text[i] === '\r' && text[i + 1] === '\n' ? 2 : 1
    line++
    if (!isBlank) records.push(record)
  }
  return records
}

const field = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', '\r\n', ' ', '中', '𠮷', 'é'), maxLength: 8 })
const ending = fc.constantFrom('\n', '\r\n', '\r')

/** A field as it may stand in a file: quoted where it must be, and sometimes where it need not. */
const written = fc.record({ field, quoted: fc.boolean() }).map(({ field: f, quoted }) => (quoted || /[",\r\n]/.test(f) ? `"${f.replaceAll('"', '""')}"` : f))
const file = fc
  .record({ rows: fc.array(fc.record({ fields: fc.array(written, { minLength: 1, maxLength: 5 }), end: ending }), { maxLength: 8 }), open: fc.boolean() })
  .map(({ rows, open }) => {
    const text = rows.map((r) => r.fields.join(',') + r.end).join('')
    return open ? text.replace(/(\r\n|\n|\r)$/, '') : text
  })

describe('the scanner', () => {
  it('finds what a plain reading of RFC 4180 finds, wherever the chunks end', () => {
    fc.assert(
      fc.property(file, fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 }), (text, lengths) => {
        const expected = reference(text).map((r) => ({ ...r, trouble: null }))
        expect(scan(Buffer.from(text), lengths)).toEqual(expected)
        expect(scan(Buffer.from(text), [1_000_000])).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  it('says the same about any bytes, wherever the chunks end', () => {
    const bytes = fc.array(fc.constantFrom(0x22, 0x2c, 0x0a, 0x0d, 0x61, 0x00, 0xe4), { maxLength: 40 })
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 5 }), (list, length) => {
        expect(scan(Buffer.from(list), [length], { recordBytes: 20 })).toEqual(scan(Buffer.from(list), [1_000], { recordBytes: 20 }))
      }),
      { numRuns: 3_000 },
    )
  })

  it('tells the line a record begins on, also after cells of several lines and blank lines', () => {
    expect(scan(Buffer.from('a,b\r\n"1\r\n2\n3",x\r\n\r\n\r\nlast,y'), [3]).map((r) => r.line)).toEqual([1, 2, 7])
  })

  it('reports stray quotes and text after a quote, and goes on with the next record', () => {
    const found = scan(Buffer.from('a"b,c\n"d"e,f\ng,h\n'), [100])
    expect(found.map((r) => r.trouble)).toEqual(['csv.stray-quote', 'csv.text-after-quote', null])
    expect(found[2]?.fields).toEqual(['g', 'h'])
  })

  it('finds a NUL byte in the field it stands in', () => {
    const scanner = new CsvScanner({ delimiter: 0x2c })
    scanner.push(Buffer.from('a,b\0c,d\n'))
    expect(scanner.next()).toBe(true)
    expect(scanner.trouble).toEqual({ code: 'csv.nul-byte', field: 1 })
  })

  it('names the line of the quote that is never closed', () => {
    const scanner = new CsvScanner({ delimiter: 0x2c })
    scanner.push(Buffer.from('a,b\n1,"x\ny"\n2,"z\n3,c\n4,d\n'))
    scanner.end()
    while (scanner.next() && scanner.trouble === null);
    expect(scanner.trouble).toEqual({ code: 'csv.quote-never-closed', field: 1, line: 4 })
  })

  it('stops at a record that is too long, without keeping it', () => {
    const scanner = new CsvScanner({ delimiter: 0x2c, recordBytes: 1_000 })
    let pushed = 0
    for (; pushed < 100 && scanner.trouble === null; pushed++) {
      scanner.push(Buffer.alloc(300, 'x'))
      scanner.next()
    }
    expect(scanner.trouble?.code).toBe('csv.record-too-long')
    expect(pushed).toBe(4)
  })
})
