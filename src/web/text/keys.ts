/**
 * The other language's texts for the same keys. Chinese has one form for every number (`rows_other`), English needs `rows_one` beside it.
 */
export type SameKeys<Texts> = { readonly [Key in keyof Texts]: string } & { readonly [Key in keyof Texts as Key extends `${infer Stem}_other` ? `${Stem}_one` : never]: string }
