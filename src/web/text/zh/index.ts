import locale from 'antd/locale/zh_CN'
import { account } from './account.ts'
import { home } from './home.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'

/** Every Chinese text, a namespace a file. */
export const texts = { account, home, shell, signIn, ui }

export { locale }
