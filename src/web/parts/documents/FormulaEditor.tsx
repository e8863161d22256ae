import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import { EditorView, minimalSetup } from 'codemirror'
import { useEffect, useRef } from 'react'
import type { Lang } from '../../../base/diagnostic.ts'
import { FUNCTIONS } from '../../../engine/formula/functions.ts'
import { useLang } from '../../text/lang.ts'
import styles from './documents.module.css'
import { type FormulaLevel, type NamesAt, written } from './formula-names.ts'
import type { FormulaFieldProps, FormulaMark } from './formula-props.ts'

/** The editor itself, in a chunk of its own. */
export function FormulaEditor({ field, label, value, onChange, level, names, marks }: FormulaFieldProps) {
  const holder = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const lang = useLang()
  const described = field['aria-describedby']
  const wrong = field['aria-invalid'] === true
  const words = { id: field.id, 'aria-label': label, ...(described === undefined ? {} : { 'aria-describedby': described }), ...(wrong ? { 'aria-invalid': 'true' } : {}) }
  // Handlers, names and words change with every drawing; the editor is made once.
  const now = useRef({ value, onChange, level, names, lang, words })
  now.current = { value, onChange, level, names, lang, words }
  const first = useRef(value)
  useEffect(() => {
    if (holder.current === null) return
    const made = new EditorView({
      parent: holder.current,
      doc: first.current,
      extensions: [
        minimalSetup,
        EditorView.lineWrapping,
        look,
        EditorView.contentAttributes.of(() => now.current.words),
        autocompletion({ override: [(context) => completionsAt(context, now.current)], icons: false }),
        EditorView.updateListener.of((update) => {
          const text = update.state.doc.toString()
          // What was put in from elsewhere, by an undo for one, is no change of the reader's.
          if (update.docChanged && text !== now.current.value) now.current.onChange(text)
        }),
      ],
    })
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [])
  // An empty step lets the editor ask for its words again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are read from the reference.
  useEffect(() => view.current?.dispatch({}), [described, wrong, label])
  useEffect(() => {
    const { current } = view
    // What somebody typed comes back here as it is; only what comes from elsewhere is put in.
    if (current !== null && current.state.doc.toString() !== value) current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: value } })
  }, [value])
  useEffect(() => {
    const { current } = view
    if (current !== null) current.dispatch(setDiagnostics(current.state, diagnosticsOf(marks, current.state.doc.length)))
  }, [marks])
  return <div ref={holder} className={styles['formula']} {...(wrong ? { 'data-wrong': '' } : {})} />
}

const look = EditorView.theme({
  '&': { fontSize: '13px', color: 'var(--text)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-content': { fontFamily: 'ui-monospace, Consolas, "Noto Sans SC Variable", monospace', padding: '6px 4px', minHeight: '32px', caretColor: 'var(--text)' },
  '.cm-tooltip': { background: 'var(--surface)', color: 'var(--text)', border: '1px solid var(--line-strong)' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--accent)', color: 'var(--on-accent, #fff)' },
  '.cm-completionDetail': { marginLeft: '12px', opacity: '0.8', fontStyle: 'normal' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
})

function diagnosticsOf(marks: readonly FormulaMark[], length: number): Diagnostic[] {
  return marks.map(({ from, to, severity, message }) => ({ from: Math.min(from, length), to: Math.min(Math.max(to, from), length), severity, message }))
}

interface Proposing {
  readonly level: FormulaLevel
  readonly names: NamesAt
  readonly lang: Lang
}

/** Names and functions that fit where the cursor stands; after a dot, the fields of what is referred to. */
function completionsAt(context: CompletionContext, { level, names, lang }: Proposing): CompletionResult | null {
  const before = context.matchBefore(/[\p{L}\p{N}_.「」`]*/u)
  if (before === null || (before.text === '' && !context.explicit)) return null
  const steps = before.text.split('.').map((step) => step.replace(/[「」`]/g, ''))
  const path = steps.slice(0, -1)
  const from = before.from + before.text.lastIndexOf('.') + 1
  const found = names(path).map(
    ({ id, name, about }): Completion => ({ label: name === id ? id : `${name} ${id}`, displayLabel: name, detail: about, apply: written(id), type: 'variable' }),
  )
  return { from, options: path.length > 0 ? found : [...found, ...functionsFor(level, lang)], validFor: /^[\p{L}\p{N}_「」`]*$/u }
}

/** Functions by both names; the reader's language first. */
function functionsFor(level: FormulaLevel, lang: Lang): Completion[] {
  const other = lang === 'zh' ? 'en' : 'zh'
  return FUNCTIONS.filter((f) => f.level === 'both' || f.level === level || (level === 'reward' && f.level === 'formula')).map((f) => ({
    label: `${f.name[lang]} ${f.name[other]}`,
    displayLabel: f.signature[lang],
    info: f.meaning[lang],
    apply: `${f.name[lang]}(`,
    type: 'function',
  }))
}
