import locale from 'antd/locale/zh_CN'
import { account } from './account.ts'
import { data } from './data.ts'
import { estimate } from './estimate.ts'
import { home } from './home.ts'
import { payItems } from './pay-items.ts'
import { rankings } from './rankings.ts'
import { scores } from './scores.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { targets } from './targets.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every Chinese text, a namespace a file. */
export const texts = { account, data, estimate, home, payItems, rankings, scores, shell, signIn, targets, ui, why }

export { locale }
