import { describe, expect, it } from 'vitest'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { picture } from './look.ts'
import { settled } from './visit.ts'

/** What a line of a scheme may say beside its weight and rule. */
describe.skipIf(BROWSER === null)('lines of schemes', () => {
  const company = openCompany('demo')

  it('a target that is a formula is written with names proposed and mistakes where they stand, and undone', async () => {
    const somebody = await company.as('comp-admin')
    const { page } = somebody
    await somebody.go('/schemes/老客维护/edit')
    await page.getByRole('button', { name: '回款额', exact: true }).click()
    await page.getByLabel('目标', { exact: true }).click()
    await page.locator('.ant-select-item-option', { hasText: '公式' }).click()
    const formula = page.getByRole('textbox', { name: '目标公式' })
    await formula.click()
    await page.keyboard.type('团')
    await page.getByRole('option', { name: /团队\(指标/ }).click()
    await page.keyboard.type('目标(毛利率))')
    await page.locator('.cm-lintRange-error').waitFor()
    await page
      .getByText(/处错误/)
      .first()
      .waitFor()
    await picture(somebody, 'scheme-formula-wrong')
    await formula.click()
    await page.keyboard.press('Control+A')
    await page.keyboard.type('目标(回款额) * 105%')
    await page.getByRole('button', { name: /检查通过|0 处错误/ }).waitFor()
    await page.getByText('草稿已保存').waitFor()
    await settled(page)
    await somebody.check()
    await picture(somebody, 'scheme-formula')
    // Undo takes it back, and redo brings it again: the editor itself makes no step.
    await page.getByRole('button', { name: '撤销' }).click()
    await page.getByRole('button', { name: '重做' }).click()
    expect(await formula.textContent()).toBe('目标(回款额) * 105%')
    await somebody.end()
  })
})
