import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './form-field.module.css'

/** What the control must carry so that label, help and error belong to it. */
export interface FieldProps {
  readonly id: string
  readonly 'aria-describedby'?: string
  readonly 'aria-invalid'?: true
  readonly 'aria-required'?: true
  readonly status?: 'error'
}

interface FormFieldProps {
  readonly label: string
  readonly help?: ReactNode
  /** In the words of the business; stands under the field. */
  readonly error?: string | undefined
  readonly required?: boolean
  /** The help stands below, in forms of several columns. */
  readonly stacked?: boolean
  readonly children: (field: FieldProps) => ReactNode
}

/** Label above, help beside, error below: `<FormField label=…>{(field) => <Input {...field} />}</FormField>`. */
export function FormField({ label, help, error, required = false, stacked = false, children }: FormFieldProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const described = [help === undefined ? null : `${id}-help`, error === undefined ? null : `${id}-error`].filter((each) => each !== null).join(' ')
  const field: FieldProps = {
    id,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(error === undefined ? {} : { 'aria-invalid': true, status: 'error' }),
    ...(required ? { 'aria-required': true } : {}),
  }
  return (
    <div className={`${styles['field']} ${stacked ? styles['stacked'] : ''}`}>
      <label className={styles['label']} htmlFor={id}>
        {label}
        {required ? <span className={styles['required']}>{t('field.required')}</span> : null}
      </label>
      <div className={styles['control']}>{children(field)}</div>
      {help === undefined ? null : (
        <div className={styles['help']} id={`${id}-help`}>
          {help}
        </div>
      )}
      {error === undefined ? null : (
        <div className={styles['error']} id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
    </div>
  )
}
