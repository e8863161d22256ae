import locale from 'antd/locale/en_US'
import { account } from './account.ts'
import { data } from './data.ts'
import { documents } from './documents.ts'
import { grid } from './grid.ts'
import { home } from './home.ts'
import { incentives } from './incentives.ts'
import { rankings } from './rankings.ts'
import { scores } from './scores.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every English text, a namespace a file. */
export const texts = { account, data, documents, grid, home, incentives, rankings, scores, shell, signIn, ui, why }

export { locale }
