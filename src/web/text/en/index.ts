import locale from 'antd/locale/en_US'
import { account } from './account.ts'
import { comments } from './comments.ts'
import { data } from './data.ts'
import { home } from './home.ts'
import { rankings } from './rankings.ts'
import { scores } from './scores.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { start } from './start.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every English text, a namespace a file. */
export const texts = { account, comments, data, home, rankings, scores, shell, signIn, start, ui, why }

export { locale }
