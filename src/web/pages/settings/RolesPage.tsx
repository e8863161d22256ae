import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Permission } from '../../api/session.ts'
import { Missing } from '../../ui/Figures.tsx'
import { Page } from '../../ui/Page.tsx'
import type { Column } from '../../ui/table/column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { type Reach, rolesQuery } from './queries.ts'

interface Row {
  readonly permission: Permission
  readonly reaches: Readonly<Record<string, Reach>>
}

/** Permissions about things that belong to nobody have no reach to speak of. */
const ABOUT_NOBODY: readonly string[] = ['rule.read', 'rule.write', 'org.write', 'data.write', 'run.start', 'user.manage', 'audit.read']

/** What each role may, and whose data it reaches. */
export function RolesPage() {
  const { t } = useTranslation('settings')
  const { t: words } = useTranslation('shell')
  const { data, error, refetch } = useQuery(rolesQuery)
  const rows = useMemo<readonly Row[] | undefined>(() => {
    if (data === undefined) return undefined
    const permissions = [...new Set(data.flatMap(({ rights }) => rights.map(({ permission }) => permission)))]
    return permissions.map((permission) => ({
      permission,
      reaches: Object.fromEntries(data.flatMap(({ role, rights }) => rights.filter((right) => right.permission === permission).map(({ reach }) => [role, reach]))),
    }))
  }, [data])
  const columns = useMemo<readonly Column<Row>[]>(() => {
    const said = ({ permission, reaches }: Row, role: string) => {
      const reach = reaches[role]
      if (reach === undefined) return null
      return ABOUT_NOBODY.includes(permission) ? t('matrix.yes') : t(`reach.${reach}`)
    }
    return [
      { id: 'permission', title: t('matrix.permission'), always: true, cell: (row) => words(`permission.${row.permission}`), text: (row) => words(`permission.${row.permission}`) },
      ...(data ?? []).map(
        ({ role }): Column<Row> => ({
          id: role,
          title: t(`access.${role}`),
          cell: (row) => said(row, role) ?? <Missing reason={t('matrix.none')} />,
          text: (row) => said(row, role),
        }),
      ),
    ]
  }, [t, words, data])
  return (
    <Page title={t('matrix')} sentence={t('matrix.sentence')}>
      <DataTable name="access-roles" label={t('matrix')} columns={columns} rows={rows} rowKey={(row) => row.permission} error={error} again={() => void refetch()} />
    </Page>
  )
}
