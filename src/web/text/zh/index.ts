import locale from 'antd/locale/zh_CN'
import { account } from './account.ts'
import { board } from './board.ts'
import { data } from './data.ts'
import { home } from './home.ts'
import { insight } from './insight.ts'
import { rankings } from './rankings.ts'
import { runs } from './runs.ts'
import { scores } from './scores.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every Chinese text, a namespace a file. */
export const texts = { account, board, data, home, insight, rankings, runs, scores, shell, signIn, ui, why }

export { locale }
