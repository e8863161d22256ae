import locale from 'antd/locale/zh_CN'
import { account } from './account.ts'
import { data } from './data.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { grid } from './grid.ts'
import { home } from './home.ts'
import { incentives } from './incentives.ts'
import { people } from './people.ts'
import { measures } from './measures.ts'
import { estimate } from './estimate.ts'
import { home } from './home.ts'
import { payItems } from './pay-items.ts'
import { rankings } from './rankings.ts'
import { schemes } from './schemes.ts'
import { scores } from './scores.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { start } from './start.ts'
import { targets } from './targets.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every Chinese text, a namespace a file. */
export const texts = { account, data, documents, grid, home, incentives, people, rankings, schemes, scores, shell, signIn, start, targets, ui, why }
export const texts = { account, data, home, people, rankings, scores, settings, shell, signIn, ui, why }
export const texts = { account, data, datasets, documents, home, measures, rankings, scores, shell, signIn, ui, why }
export const texts = { account, data, estimate, home, payItems, rankings, scores, shell, signIn, targets, ui, why }

export { locale }
