import locale from 'antd/locale/en_US'
import { account } from './account.ts'
import { data } from './data.ts'
import { home } from './home.ts'
import { people } from './people.ts'
import { rankings } from './rankings.ts'
import { scores } from './scores.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every English text, a namespace a file. */
export const texts = { account, data, home, people, rankings, scores, settings, shell, signIn, ui, why }

export { locale }
