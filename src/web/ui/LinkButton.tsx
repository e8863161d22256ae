import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

interface LinkButtonProps extends Omit<ButtonProps, 'ref' | 'type'> {
  /** The one of a page that is likely next stands out; `type` belongs to links. */
  readonly plain?: boolean
}

/** A button that leads to a page; an address like any other, so that it can be opened beside this one. */
export const LinkButton = createLink(({ plain = false, ...props }: LinkButtonProps) => <Button {...props} type={plain ? 'default' : 'primary'} />)
