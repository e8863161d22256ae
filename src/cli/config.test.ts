import { describe, expect, test } from 'vitest'
import { configFrom, langFrom, peek } from './config.ts'

describe('the language', () => {
  test.each([
    [undefined, {}, 'zh'],
    [undefined, { LANG: 'C.UTF-8' }, 'zh'],
    [undefined, { LC_ALL: '', LANG: 'POSIX' }, 'zh'],
    [undefined, { LANG: 'zh_TW.UTF-8' }, 'zh'],
    [undefined, { LANG: 'en_US.UTF-8' }, 'en'],
    [undefined, { LANG: 'de_DE.UTF-8' }, 'en'],
    [undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' }, 'zh'],
    ['en', { LANG: 'zh_CN.UTF-8' }, 'en'],
    ['zh', { LANG: 'en_US.UTF-8' }, 'zh'],
  ])('asked for %s with %j: %s', (asked, env, lang) => {
    expect(langFrom(asked, env)).toBe(lang)
  })
})

test('an option goes before the environment, an empty variable counts as none', () => {
  expect(configFrom({ home: '/a' }, { HENG_HOME: '/b', DATABASE_URL: ' ' }, true)).toMatchObject({ home: '/a', databaseUrl: null, colour: true })
  expect(configFrom({}, { HENG_HOME: '/b', DATABASE_URL: 'postgresql://x/y', NO_COLOR: '1' }, true)).toMatchObject({ home: '/b', databaseUrl: 'postgresql://x/y', colour: false })
  expect(configFrom({}, {}, false)).toMatchObject({ colour: false })
})

test('what decides how to answer is read wherever it stands', () => {
  expect(peek(['run', '--period', '2026', '--lang=en', '--json', '--home', '/x'])).toMatchObject({ lang: 'en', json: true, home: '/x' })
})
