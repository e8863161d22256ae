import { useTranslation } from 'react-i18next'
import { OrgFileImport } from '../../parts/org-file/OrgFileImport.tsx'
import { NextLink } from './NextLink.tsx'

/** People from a file, as on the page that imports them at any time. */
export function PeopleStep() {
  const { t } = useTranslation('start')
  return <OrgFileImport kind="people" title={t('step.people')} next={<NextLink step="records" />} />
}
