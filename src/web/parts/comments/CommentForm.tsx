import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Mentions } from 'antd'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormField } from '../../ui/FormField.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import styles from './comments.module.css'
import { fitting, mentionsIn, nameAmong } from './object.ts'
import { type Comment, findPeople, type Mention, type Written } from './queries.ts'

type Found = Awaited<ReturnType<typeof findPeople>>['items'][number]

/** How long somebody types on before people are looked for. */
const PAUSE_MS = 250

interface CommentFormProps {
  readonly object: string
  readonly label: string
  readonly action: string
  /** The comment that is changed. */
  readonly of?: Comment
  readonly send: (written: Written) => Promise<unknown>
  readonly onDone?: () => void
}

/** Writes a comment; an @ finds people who may see what it is about. */
export function CommentForm({ object, label, action, of, send, onDone }: CommentFormProps) {
  const { t } = useTranslation('comments')
  const queries = useQueryClient()
  const [text, setText] = useState(of?.text ?? '')
  const [chosen, setChosen] = useState<readonly Mention[]>(of?.mentions ?? [])
  const { found, failed, search } = usePeople(object)
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => send({ text, mentions: mentionsIn(text, chosen) }),
    onSuccess: () => {
      setText('')
      setChosen([])
      void queries.invalidateQueries({ queryKey: ['comments'] })
      onDone?.()
    },
  })
  // The list must never be empty: where it is, what the library draws in its place warns about itself.
  const options = found.length === 0 ? [{ key: 'nobody', value: '', label: t(failed ? 'notFound' : 'nobody'), disabled: true }] : found.map((person) => optionOf(found, person))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    mutate()
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <FormField label={label}>
        {({ id }) => (
          <Mentions
            id={id}
            value={text}
            onChange={setText}
            onSearch={search}
            filterOption={false}
            onSelect={({ value }) => setChosen([...chosen, ...mentioned(found, value ?? '')])}
            options={options}
            autoSize={{ minRows: 3, maxRows: 10 }}
            maxLength={4000}
          />
        )}
      </FormField>
      <p className={styles['quiet']}>{t('hint')}</p>
      {error === null ? null : <ProblemView error={error} compact />}
      <div className={styles['actions']}>
        <Button type="primary" htmlType="submit" disabled={text.trim() === ''} loading={isPending}>
          {action}
        </Button>
        {onDone === undefined ? null : <Button onClick={onDone}>{t('cancel')}</Button>}
      </div>
    </form>
  )
}

function optionOf(found: readonly Found[], person: Found) {
  return { key: person.user, value: nameAmong(found, person), label: `${person.name}（${person.login}）` }
}

/** Whoever was chosen from those found, under the name that stands in the text. */
function mentioned(found: readonly Found[], value: string): Mention[] {
  return found.filter((person) => nameAmong(found, person) === value).map(({ user }) => ({ user, name: value }))
}

/** People found for what stands behind an @. */
function usePeople(object: string) {
  const [found, setFound] = useState<readonly Found[]>([])
  const [failed, setFailed] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const newest = useRef('')
  const search = (q: string) => {
    newest.current = q
    // Until the answer is here, nobody is offered who does not fit any more: Enter would name them.
    setFound((before) => fitting(before, q))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const show = (items: readonly Found[], none: boolean) => {
        if (newest.current !== q) return
        setFound(items)
        setFailed(none)
      }
      // Nobody is offered where the search failed; the comment can be written all the same.
      findPeople(object, q).then(
        ({ items }) => show(items, false),
        () => show([], true),
      )
    }, PAUSE_MS)
  }
  return { found, failed, search }
}
