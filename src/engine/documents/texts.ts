import type { TextCatalogue } from '../../base/diagnostic.ts'

/** What is said about the shape of a document: keys, types, ranges. */
export const documentTexts = {
  'document.unknown-key': {
    zh: { say: '这里不能写“{key}”。', cure: '{hint}' },
    en: { say: '“{key}” is not known here.', cure: '{hint}' },
  },
  'document.missing': {
    zh: { say: '缺少“{key}”。', cure: '加上“{key}”，它应该是{expected}。' },
    en: { say: '“{key}” is missing.', cure: 'Add “{key}”; it is {expected}.' },
  },
  'document.comma': {
    zh: {
      say: '“{key}”被当成了单独的一项：花括号 { … } 里，没有加引号的值到逗号为止。',
      cure: '把带逗号的公式用引号括起来，例如 { formula: "max(a, b)" }。',
    },
    en: {
      say: '“{key}” was read as an entry of its own: inside { … } a value without quotes ends at its first comma.',
      cure: 'Put a formula with commas into quotes, such as { formula: "max(a, b)" }.',
    },
  },
  'document.type': {
    zh: { say: '“{key}”应该是{expected}，却是{actual}。', cure: '改成{expected}；数字、日期等要当文字时加引号。' },
    en: { say: '“{key}” should be {expected} and is {actual}.', cure: 'Write {expected}; put quotes around what should be a text.' },
  },
  'document.choice': {
    zh: { say: '“{key}”不能是“{value}”。', cure: '{hint}' },
    en: { say: '“{key}” cannot be “{value}”.', cure: '{hint}' },
  },
  'document.too-small': {
    zh: { say: '“{key}”太小，最小是 {limit}。', cure: '改成不小于 {limit} 的数。' },
    en: { say: '“{key}” is too small; the least is {limit}.', cure: 'Write a number that is at least {limit}.' },
  },
  'document.too-big': {
    zh: { say: '“{key}”太大，最大是 {limit}。', cure: '改成不大于 {limit} 的数。' },
    en: { say: '“{key}” is too large; the most is {limit}.', cure: 'Write a number that is at most {limit}.' },
  },
  'document.empty': {
    zh: { say: '“{key}”不能为空。', cure: '写上内容，或删掉这一项。' },
    en: { say: '“{key}” cannot be empty.', cure: 'Fill it in, or remove it.' },
  },
  'document.length': {
    zh: { say: '“{key}”的项数不对，应该是 {limit} 项。', cure: '补上或删掉多余的项。' },
    en: { say: '“{key}” should have {limit} {limit|entry|entries}.', cure: 'Add or remove entries.' },
  },
  'document.format': {
    zh: { say: '“{key}”的写法不对：“{value}”。', cure: '应该写成{expected}。' },
    en: { say: '“{key}” is not written as it should be: “{value}”.', cure: 'Write {expected}.' },
  },
} satisfies TextCatalogue

export type DocumentCode = keyof typeof documentTexts
