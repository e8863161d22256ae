import type { TextCatalogue } from '../../base/diagnostic.ts'
import { serverCatalogue } from '../../server/catalogue.ts'
import { refusalTexts } from './refusals.ts'

/** Every sentence about a code, from all areas. */
export const catalogue: TextCatalogue = { ...serverCatalogue, ...refusalTexts }
