import { expect, it } from 'vitest'
import { whyIn, whyParam } from './WhyLink.tsx'

it('puts a person and a subject into one parameter, whatever the id holds', () => {
  for (const why of [
    { employee: 'w-1042', subject: 'measure:revenue' },
    { employee: '张~伟', subject: 'line:a' },
  ]) {
    expect(whyIn(whyParam(why))).toEqual(why)
  }
  for (const nonsense of ['', '~', 'w-1', 'w-1~', '~score']) expect(whyIn(nonsense)).toBeNull()
})
