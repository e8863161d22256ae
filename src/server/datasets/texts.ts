import type { TextCatalogue } from '../../base/diagnostic.ts'
export const datasetTexts: TextCatalogue = {}
