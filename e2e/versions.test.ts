import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { LOOKS, lookName, picture } from './look.ts'
import { settled } from './visit.ts'

const SCHEME = '新客开拓@2026-07-01'

/** Moves a point of weight from the second weighted line to the first, and publishes that. */
const PUBLISH = `(async () => {
  const at = '/api/drafts/scheme/' + encodeURIComponent('${SCHEME}')
  const send = (method, path, body) => fetch(path, { method, headers: { 'content-type': 'application/json', 'x-heng': '1' }, body: JSON.stringify(body) }).then((r) => r.json())
  const { body } = await fetch(at.replace('drafts', 'documents')).then((r) => r.json())
  const [one, two] = body.lines.filter((line) => line.weight !== undefined)
  const moved = { ...body, lines: body.lines.map((line) => line === one ? { ...line, weight: Number.parseInt(line.weight) + 1 } : line === two ? { ...line, weight: Number.parseInt(line.weight) - 1 } : line) }
  const { revision } = await send('PUT', at, { body: moved, revision: null })
  return (await send('POST', at + '/publish', { note: '下半年更看重销售额', revision })).version
})()`

describe.skipIf(BROWSER === null)('versions of documents', () => {
  const company = openCompany('demo')

  it('a seller is told of a new version of their scheme, and reads what changed in words', async () => {
    const [keeper, seller] = [await company.as('comp-admin'), await company.as('sales')]
    for (const each of [keeper, seller]) await each.go('/')
    expect(await keeper.page.evaluate(PUBLISH)).toBe(2)
    await seller.page.getByRole('button', { name: /^待办，/ }).click()
    await seller.page.getByText(/适用于您的考核方案“.+”发布了第 2 版，从 2026-07-01 起执行/).waitFor()
    await picture(seller, 'notices-rules')
    await seller.page.getByRole('link', { name: /发布了第 2 版/ }).click()
    await seller.page.waitForURL(/\/versions\/scheme\//)
    await seller.page.getByText('原因：下半年更看重销售额').waitFor()
    await seller.page
      .getByText(/考核项“.+” · 权重/)
      .first()
      .waitFor()
    await settled(seller.page)
    await seller.check()
    await seller.page.getByRole('link', { name: '看现在的内容' }).click()
    await seller.page.getByRole('link', { name: '第 1 版' }).waitFor()
    await expect.poll(() => seller.page.getByRole('button', { name: /撤\s?下/ }).isDisabled()).toBe(true)
    await keeper.end()
    await seller.end()
  })

  it.each(LOOKS.map((look) => ({ name: lookName(look), look })))('are read at $name', async ({ look }) => {
    const somebody = await company.as('manager', look)
    await somebody.go(`/versions/scheme/${encodeURIComponent(SCHEME)}/2`)
    await somebody.page.locator('dl').first().waitFor()
    expect(await somebody.page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true)
    await somebody.check()
    await picture(somebody, 'version', { whole: true })
    await somebody.end()
  })

  it('a document is withdrawn with its reason after its effect was read; one that others need is not', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    await somebody.go('/schemes/人力资源')
    await page.getByRole('button', { name: /撤\s?下/ }).click()
    await page.getByText(/不再按它考核/).waitFor()
    const button = page.getByRole('dialog').getByRole('button', { name: /撤\s?下/ })
    await expect.poll(() => button.isDisabled()).toBe(true)
    await page.getByLabel('原因（必填）').fill('人力资源改由集团考核')
    await somebody.check()
    await picture(somebody, 'withdraw')
    await button.click()
    await page.waitForURL(/\/versions\/scheme\//)
    await page.getByText(/撤下，从那时起不再使用/).waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'withdrawn')
    await somebody.go(`/measures/${encodeURIComponent('销售额')}`)
    await page.getByRole('button', { name: /撤\s?下/ }).click()
    await page.getByLabel('原因（必填）').fill('不用了')
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /撤\s?下/ })
      .click()
    await page.getByText(/还在被 \d+ 份文档使用，不能撤下：/).waitFor()
    await picture(somebody, 'withdraw-refused')
    await somebody.end()
  })

  it('the search finds incentive plans, rate tables and datasets', async () => {
    const somebody = await company.as('comp-admin')
    await somebody.go('/')
    const names = await somebody.page.evaluate(
      "Promise.all(['incentive', 'table', 'dataset'].map((kind) => fetch('/api/documents?kind=' + kind).then((r) => r.json()).then((l) => l.items.at(-1)?.name)))",
    )
    for (const name of (names as (string | undefined)[]).filter((each) => each !== undefined)) {
      await somebody.page.keyboard.press('Control+k')
      await somebody.page.getByRole('dialog').getByRole('combobox').fill(name)
      await somebody.page.getByRole('option', { name }).first().waitFor()
      await picture(somebody, `search-${name}`)
      await somebody.page.keyboard.press('Escape')
    }
    await somebody.end()
  })
})
