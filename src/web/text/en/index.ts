import locale from 'antd/locale/en_US'
import { account } from './account.ts'
import { home } from './home.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'

/** Every English text, a namespace a file. */
export const texts = { account, home, shell, signIn, ui }

export { locale }
