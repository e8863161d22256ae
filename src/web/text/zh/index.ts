import locale from 'antd/locale/zh_CN'
import { account } from './account.ts'
import { board } from './board.ts'
import { comments } from './comments.ts'
import { company } from './company.ts'
import { data } from './data.ts'
import { datasets } from './datasets.ts'
import { documents } from './documents.ts'
import { estimate } from './estimate.ts'
import { exports } from './exports.ts'
import { grid } from './grid.ts'
import { home } from './home.ts'
import { incentives } from './incentives.ts'
import { insight } from './insight.ts'
import { measures } from './measures.ts'
import { orgFile } from './org-file.ts'
import { payItems } from './pay-items.ts'
import { people } from './people.ts'
import { rankings } from './rankings.ts'
import { runs } from './runs.ts'
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
export const texts = {
  account,
  board,
  comments,
  company,
  data,
  datasets,
  documents,
  estimate,
  exports,
  grid,
  home,
  incentives,
  insight,
  measures,
  orgFile,
  payItems,
  people,
  rankings,
  runs,
  schemes,
  scores,
  settings,
  shell,
  signIn,
  start,
  targets,
  ui,
  why,
}

export { locale }
