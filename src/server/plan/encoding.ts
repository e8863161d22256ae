import { isUtf8 } from 'node:buffer'

/** The text of a YAML document: UTF-8, a byte order mark taken off. */
export function decodeDocument(bytes: Buffer): { text: string } | { code: string; line: number } {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return { code: 'plan.document-encoding', line: 1 }
  const body = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  const text = body.toString('utf8')
  if (!isUtf8(body)) return { code: 'plan.document-encoding', line: lineOf(text, text.indexOf('\ufffd')) }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.exec(text)
  return control === null ? { text } : { code: 'plan.document-control', line: lineOf(text, control.index) }
}

function lineOf(text: string, index: number): number {
  return text.slice(0, Math.max(0, index)).split('\n').length
}
