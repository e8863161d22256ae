import { describe, expect, it } from 'vitest'
import { requireGoodPassword } from './password-rules.ts'
import { passwordFits, passwordHash } from './passwords.ts'

const owner = { login: 'zhanglei', name: '张磊', email: 'zhang.lei@qingshan.example' }

function told(password: string, who: Parameters<typeof requireGoodPassword>[1] = owner): string {
  try {
    requireGoodPassword(password, who)
    return 'good'
  } catch (error) {
    return (error as { code: string }).code // Only refusals are thrown.
  }
}

describe('a password', () => {
  it.each([
    ['short', 'access.password-short'],
    ['九个汉字不够长的呢', 'access.password-short'],
    ['x'.repeat(201), 'access.password-long'],
    ['1380013800013', 'access.password-digits'],
    ['1990-05-20 1990', 'access.password-digits'],
    ['１２３４５６７８９０１', 'access.password-digits'],
    ['woaini1314', 'access.password-common'],
    ['WoAiNi1314!', 'access.password-common'],
    ['password2026', 'access.password-common'],
    ['Password123!', 'access.password-common'],
    ['iloveyou1314', 'access.password-common'],
    ['qwertyuiop', 'access.password-common'],
    ['poiuytrewq', 'access.password-common'],
    ['1qaz2wsx3edc', 'access.password-common'],
    ['abcdefghijkl', 'access.password-common'],
    ['aaaaaaaaaaaa', 'access.password-common'],
    ['xyzxyzxyzxyz', 'access.password-common'],
    ['5201314abc', 'access.password-common'],
    ['!@#$%^&*()', 'access.password-common'],
    ['zhanglei2026', 'access.password-own-name'],
    ['张磊张磊张磊张磊张磊88', 'access.password-own-name'],
    ['qingshan.example', 'access.password-own-name'],
    ['correct horse battery', 'good'],
    ['春眠不觉晓处处闻啼鸟', 'good'],
    ['Kf7#pq!20vZ', 'good'],
    ['my password is a very long sentence', 'good'],
    ['31415926535897932384626', 'good'],
  ])('%s: %s', (password, what) => {
    expect(told(password)).toBe(what)
  })

  it('may have a name of one letter in it', () => {
    expect(told('kite above the barn', { login: 'a', name: 'B' })).toBe('good')
  })

  it('fits its hash alone, however the keyboard writes it', async () => {
    const hash = await passwordHash('Café über ﬁve hills')
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await passwordFits(hash, 'Café über five hills')).toBe(true)
    expect(await passwordFits(hash, 'cafe uber five hills')).toBe(false)
    expect(await passwordFits(null, 'nobody has this one')).toBe(false)
  })
})
