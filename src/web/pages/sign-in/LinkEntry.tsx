import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api, dataOf } from '../../api/client.ts'
import { Page } from '../../ui/Page.tsx'
import { ProblemView } from '../../ui/ProblemView.tsx'
import { Lines } from '../../ui/Skeletons.tsx'
import { LinkForm } from './LinkForm.tsx'
import type { OneTimeLink } from './link.ts'
import { useSignIn } from './use-sign-in.ts'

/** Somebody came by a one-time link: what it is for decides what is asked. */
export function LinkEntry({ link }: { readonly link: OneTimeLink }) {
  const { t } = useTranslation('signIn')
  if (link.token === '') {
    return (
      <Page title={t('link.title')} sentence={t('link.missing')}>
        <ToSignIn />
      </Page>
    )
  }
  return link.kind === 'sign-in' ? <StraightIn token={link.token} /> : <LinkForm kind={link.kind} token={link.token} footer={<ToSignIn />} />
}

function ToSignIn() {
  const { t } = useTranslation('signIn')
  return (
    <p>
      <Link to="/sign-in">{t('link.toSignIn')}</Link>
    </p>
  )
}

/** A link that asks for nothing. */
function StraightIn({ token }: { readonly token: string }) {
  const { t } = useTranslation('signIn')
  const { mutate, error } = useSignIn((body: { token: string }) => dataOf(api.POST('/session/link', { body })))
  const sent = useRef(false)
  useEffect(() => {
    // A link works once: sending it twice would show that it is spent.
    if (sent.current) return
    sent.current = true
    mutate({ token })
  }, [mutate, token])
  return (
    <Page title={t('link.title')} sentence={error === null ? t('link.working') : undefined}>
      {error === null ? (
        <Lines count={2} />
      ) : (
        <>
          <ProblemView error={error} />
          <ToSignIn />
        </>
      )}
    </Page>
  )
}
