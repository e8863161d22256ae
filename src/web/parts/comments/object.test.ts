import { describe, expect, it } from 'vitest'
import { fitting, mentionsIn, nameAmong, pageOf, personObject, recordObject, ruleObject, runObject, scoreObject, targetObject, targetOfTalk, unitObject } from './object.ts'

describe('what comments are about', () => {
  it('has a name of encoded parts, and leads to its page', () => {
    expect(scoreObject('张/三', '2026-Q1')).toBe('score/%E5%BC%A0%2F%E4%B8%89/2026-Q1')
    expect(pageOf(scoreObject('张/三', '2026-Q1'))).toEqual({ kind: 'score', to: '/scores/%E5%BC%A0%2F%E4%B8%89', search: { period: '2026-Q1' }, talk: '1' })
    expect(pageOf(recordObject('订单', '7'))).toMatchObject({ kind: 'record', to: '/data/%E8%AE%A2%E5%8D%95/7', search: {} })
    expect(pageOf(runObject('12'))).toMatchObject({ kind: 'run', to: '/runs/12' })
    expect([ruleObject('measure', '回款'), ruleObject('scheme', 'a/b'), ruleObject('incentive', 'p')].map((object) => pageOf(object)?.to)).toEqual([
      '/measures/%E5%9B%9E%E6%AC%BE',
      '/schemes/a%2Fb',
      '/incentives/p',
    ])
    expect([ruleObject('table', 't'), ruleObject('dataset', '订单'), personObject('张/三'), unitObject('u')].map((object) => pageOf(object)?.to)).toEqual([
      '/tables/t',
      '/data/%E8%AE%A2%E5%8D%95/about',
      '/people/%E5%BC%A0%2F%E4%B8%89',
      '/units/u',
    ])
    expect(pageOf('job/x')).toBeNull()
  })

  it('tells whose targets are talked about, on the one page of all targets', () => {
    const page = pageOf(targetObject('张/三', '2026-03'))
    expect(page).toMatchObject({ to: '/targets', search: { by: 'period', period: '2026-03' } })
    expect(targetOfTalk(page?.talk ?? '')).toEqual({ employee: '张/三', period: '2026-03' })
    expect(['1', '[]', '[1,2]', 'null', '{}'].map(targetOfTalk)).toEqual([null, null, null, null, null])
  })

  it('tells two of one name apart by their logins', () => {
    const [a, b, c] = [
      { user: '1', name: '张伟', login: 'zw1' },
      { user: '2', name: '张伟', login: 'zw2' },
      { user: '3', name: '张敏', login: 'zm' },
    ] as const
    expect([a, b, c].map((person) => nameAmong([a, b, c], person))).toEqual(['张伟(zw1)', '张伟(zw2)', '张敏'])
  })

  it('offers nobody who does not fit what is typed by now', () => {
    const [lin, zhou] = [
      { name: '林远山', login: 'lin' },
      { name: '周磊', login: 'Zhou.Lei' },
    ] as const
    expect(['', '周', 'zhou', 'LIN', '张'].map((typed) => fitting([lin, zhou], typed))).toEqual([[lin, zhou], [zhou], [zhou], [lin], []])
  })

  it('names whoever still stands in the text, once', () => {
    const chosen = [
      { user: '1', name: '周敏' },
      { user: '2', name: '吴杰' },
      { user: '1', name: '周敏' },
    ]
    expect(mentionsIn('@周敏 请看', chosen)).toEqual(['1'])
    expect(mentionsIn('没有人', chosen)).toEqual([])
  })
})
