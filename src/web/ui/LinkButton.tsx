import { createLink } from '@tanstack/react-router'
import { Button, type ButtonProps } from 'antd'

/** A button that leads to a page; an address like any other, so that it can be opened beside this one. */
export const LinkButton = createLink(({ type = 'primary', ...props }: Omit<ButtonProps, 'ref'>) => <Button {...props} type={type} />)
