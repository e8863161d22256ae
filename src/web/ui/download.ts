/** Hand a file to the reader. */
export function download(name: string, content: Blob | string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun to read it when the click returns; a later turn is safe everywhere.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
