import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProps } from './FormField.tsx'

interface PasswordInputProps {
  readonly field: FieldProps
  readonly value: string
  readonly onChange: (value: string) => void
  readonly autoComplete: 'current-password' | 'new-password'
}

/** A password with a button that shows what was typed. */
export function PasswordInput({ field, value, onChange, autoComplete }: PasswordInputProps) {
  const { t } = useTranslation('ui')
  const [seen, setSeen] = useState(false)
  return (
    <Space.Compact>
      <Input {...field} type={seen ? 'text' : 'password'} value={value} onChange={(event) => onChange(event.target.value)} autoComplete={autoComplete} spellCheck={false} />
      <Button aria-pressed={seen} onClick={() => setSeen(!seen)}>
        {t(seen ? 'field.hide' : 'field.show')}
      </Button>
    </Space.Compact>
  )
}
