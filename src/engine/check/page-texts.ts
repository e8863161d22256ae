import { type Rewording, reworded, type TextCatalogue } from '../../base/diagnostic.ts'
import { documentPageTexts } from './page-texts-documents.ts'
import { namePageTexts } from './page-texts-names.ts'
import { schemePageTexts } from './page-texts-schemes.ts'
import { tablePageTexts } from './page-texts-tables.ts'
import { engineTexts } from './texts.ts'

/** What the checker says of keys and files, for those who write rules in the editors: with the words that stand on the fields there, in “”. */
export const rulePageTexts = { ...documentPageTexts, ...namePageTexts, ...tablePageTexts, ...schemePageTexts } satisfies Rewording

/** Every sentence of the checker for whoever reads it on a page. */
export const enginePageTexts: TextCatalogue = reworded(engineTexts, rulePageTexts)
