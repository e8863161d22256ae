import locale from 'antd/locale/en_US'
import { account } from './account.ts'
import { data } from './data.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { home } from './home.ts'
import { measures } from './measures.ts'
import { rankings } from './rankings.ts'
import { scores } from './scores.ts'
import { shell } from './shell.ts'
import { signIn } from './sign-in.ts'
import { ui } from './ui.ts'
import { why } from './why.ts'

/** Every English text, a namespace a file. */
export const texts = { account, data, datasets, documents, home, measures, rankings, scores, shell, signIn, ui, why }

export { locale }
