import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from '../src/base/sql.ts'
import { BROWSER } from './browser.ts'
import { openCompany } from './company.ts'
import { picture } from './look.ts'
import { cameIn, settled, type Visit } from './visit.ts'

/** Microsoft's sample company as CSV files, which are not part of this project (examples/northwind/README.md says where they are had). */
const DATA = fileURLToPath(new URL('../../shared/data/northwind', import.meta.url))
const REFERENCE = fileURLToPath(new URL('../../shared/data/reference/northwind.employee_quarter.csv', import.meta.url))

const THERE = existsSync(DATA) && existsSync(REFERENCE)
if (!THERE) console.warn(`the files of Northwind are not in ${DATA}: the story of own data from files is skipped`)

const PASSWORD = 'seven lamps and a small boat'
const PERIOD = '1997-Q4'
const MINUTES = 60_000

/** Files as they are, no template, nothing but pages, at a desk and on a phone: to a score that is explained down to the line of a file. */
describe.skipIf(BROWSER === null || !THERE).each([{ width: 1440 }, { width: 390 }])('own data from files at $width px', ({ width }) => {
  const wide = width > 1000
  const company = openCompany('empty', { work: true })
  let me: Visit

  beforeAll(async () => {
    me = await company.visitor({ lang: 'en', width })
  })

  afterAll(async () => {
    await me?.end()
  })

  const button = (name: string | RegExp) => me.page.getByRole('button', { name, exact: typeof name === 'string' })

  async function choose(label: string | RegExp, option: string | RegExp): Promise<void> {
    const { page } = me
    await page.getByRole('combobox', { name: label }).first().click()
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click()
  }

  it('a company is begun without a template', async () => {
    const { page } = me
    await me.go(await company.app.setupLink())
    await page.getByLabel('Login').fill('fuller')
    await page.getByLabel('Name').fill('Andrew Fuller')
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await page.locator('button[type=submit]').click()
    await cameIn(page)
    await me.go('/start')
    await page.getByRole('textbox', { name: /^Name/ }).fill('Northwind Traders')
    await choose('Currency', 'USD')
    await button('Begin empty').click()
    await page.waitForURL(/step=people/)
  })

  it('people come from employees.csv; their title is their position and their role', async () => {
    const { page } = me
    await page.locator('input[type=file]').setInputFiles(join(DATA, 'employees.csv'))
    await page.getByText('The file names 9 people, 9 of them new').waitFor()
    await settled(page)
    await choose('Role', 'title')
    // Position keeps its column.
    if (wide) {
      await page.getByRole('columnheader', { name: 'Role' }).waitFor()
      await expect.poll(() => page.getByRole('columnheader', { name: 'Position' }).count()).toBe(1)
    } else await page.locator('dt', { hasText: 'Role' }).first().waitFor()
    await me.check()
    await picture(me, 'northwind-people')
    await page.locator('button:not([disabled])', { hasText: 'Import people' }).click()
    await page.getByText('Imported: the file names 9 people').waitFor()
  })

  it(
    'each file becomes a dataset: types, keys, references, owners and days are found',
    async () => {
      const { page } = me
      await me.go('/start?step=records')
      await me.check()
      await picture(me, 'northwind-no-datasets')
      for (const [file, rows] of FILES) {
        await page.getByRole('link', { name: 'Make a dataset from a file' }).click()
        await page.locator('input[type=file]').setInputFiles(join(DATA, `${file}.csv`))
        await page.waitForURL(/\/edit/)
        await button('Nothing wrong').waitFor()
        await page.getByText('Draft saved').waitFor()
        if (file === 'order_details') await ownedThroughOrders(page)
        await publish()
        await page.waitForURL(/\/import\?.*upload=/)
        await page.locator('button:not([disabled])', { hasText: /^Import$/ }).click()
        await page.getByText(`Imported: ${rows} added, 0 updated, 0 deleted, 0 unchanged, 0 bad rows.`).waitFor()
        await page.getByRole('link', { name: 'Back to getting started' }).click()
        await page.waitForURL(/step=records/)
        await settled(page)
      }
      await page.getByText('No measure counts these records yet').waitFor()
      await me.check()
      await picture(me, 'northwind-records')
    },
    4 * MINUTES,
  )

  async function ownedThroughOrders(page: Page): Promise<void> {
    await expect.poll(() => page.getByRole('combobox', { name: 'Owner' }).inputValue()).toBe('order_id.employee_id')
    await expect.poll(() => page.getByRole('combobox', { name: 'Day' }).inputValue()).toBe('order_id.order_date')
    await picture(me, 'northwind-dataset', { whole: true })
  }

  async function publish(): Promise<void> {
    await button('Publish…').click()
    await me.page
      .getByRole('dialog')
      .locator('button:not([disabled])', { hasText: /^Publish$/ })
      .click()
  }

  it(
    'measures are written over them, and tried on a person of a quarter chosen at the top',
    async () => {
      const { page } = me
      for (const measure of MEASURES) await makeMeasure(measure)
      await me.go(`/measures/revenue`)
      await page.locator('header [aria-haspopup=dialog]').filter({ hasText: '1998' }).click()
      await page.getByRole('button', { name: 'Quarter', exact: true }).click()
      await page.getByRole('button', { name: 'Q4 1997' }).click()
      expect(new URL(page.url()).searchParams.get('period')).toBe(PERIOD)
      await settled(page)
      await me.check()
      await picture(me, 'northwind-measure')
    },
    4 * MINUTES,
  )

  async function makeMeasure({ name, id, unit, dataset, aggregate, formulas }: Written): Promise<void> {
    const { page } = me
    await me.go(`/measures/new?period=${PERIOD}`)
    await page.getByLabel('Name').fill(name)
    if (dataset === undefined) await page.getByRole('radio', { name: /^Ratio/ }).check()
    await button('Next').click()
    await page.waitForURL(/\/edit/)
    await settled(page)
    if (dataset !== undefined) await choose(/^Dataset/, new RegExp(`^${dataset}$`))
    if (aggregate !== undefined) await choose(/^How it is counted/, aggregate)
    await page.getByRole('combobox', { name: /^Unit/ }).fill(unit)
    await page.keyboard.press('Escape')
    for (const [field, formula] of Object.entries(formulas)) {
      await page.getByRole('textbox', { name: field }).click()
      await page.keyboard.type(formula)
      await page.keyboard.press('Escape')
    }
    await button('Nothing wrong').waitFor()
    await page.getByText('Draft saved').waitFor()
    if (id === 'revenue') await picture(me, 'northwind-measure-edit', { whole: true })
    await publish()
    await page.waitForURL((address) => address.pathname === `/measures/${id}`)
  }

  it(
    'a scheme of three lines judges everybody',
    async () => {
      const { page } = me
      await me.go('/start?step=run')
      await page.getByRole('link', { name: 'New scheme' }).click()
      await page.getByRole('textbox', { name: /^Id of the scheme/ }).fill('sales')
      await page.getByRole('textbox', { name: /^Name/ }).fill('Sales')
      await button('Begin').click()
      await page.waitForURL(/\/edit/)
      await settled(page)
      for (const [measure, weight] of LINES) {
        await choose('Choose a measure', new RegExp(`^${measure}$`))
        await button('Add a line').click()
        await page.getByRole('textbox', { name: `Weight of ${measure}` }).fill(weight)
      }
      // Everybody is asked for the same share of orders in time.
      await choose('Target', 'one figure for everybody')
      await page.getByRole('textbox', { name: /^Target for everybody/ }).fill('95%')
      await page.getByText('Weights sum to 100').waitFor()
      await button('Nothing wrong').waitFor()
      await page.getByText('Draft saved').waitFor()
      await me.check()
      await picture(me, 'northwind-scheme', { whole: true })
      await publish()
      await page.waitForURL((address) => address.pathname === '/schemes/sales')
      await page.getByRole('heading', { level: 1, name: 'Sales' }).waitFor()
    },
    2 * MINUTES,
  )

  it('targets are typed for a quarter of the past', async () => {
    const { page } = me
    await me.go(`/targets?period=${PERIOD}`)
    // The year of the period, not of today.
    await page
      .getByText(/in 1997/)
      .first()
      .waitFor()
    await me.go(`/targets?by=period&period=${PERIOD}`)
    const columns = () => page.locator('table[role=grid] thead th').allTextContents()
    expect(await columns()).toEqual(['Employee', 'Revenue (USD)', 'New customers'])
    const first = page.locator('table[role=grid] tbody tr', { hasText: 'Nancy Davolio' }).locator('td')
    await first.first().click()
    for (const figure of REVENUE) await typed(page, figure)
    await first.nth(1).click()
    for (const _ of REVENUE) await typed(page, '1')
    await button('Save 18 changes').click()
    await page.getByLabel(/^Reason/).fill('First targets')
    await button('Save 18 cells').click()
    await button('Save 18 changes').waitFor({ state: 'detached' })
    await settled(page)
    expect(await columns()).toEqual(['Employee', 'Revenue (USD)', 'New customers'])
    await me.check()
    await picture(me, 'northwind-targets')
  })

  async function typed(page: Page, figure: string): Promise<void> {
    await page.keyboard.type(figure)
    await page.keyboard.press('Enter')
  }

  it(
    'a run gives scores, explained down to the line of the file and computed again by the browser',
    async () => {
      const { page } = me
      await me.go(`/start?step=run&period=${PERIOD}`)
      await button('Run Q4 1997').click()
      await page.getByText('Q4 1997: 9 people were computed, 9 have a score.').waitFor()
      await page.getByRole('link', { name: 'Open the scoreboard' }).click()
      await page.getByRole('link', { name: 'Margaret Peacock' }).click()
      await page.getByText(/Your browser computed \d+ figures again from the same records, and they agree/).waitFor()
      await settled(page)
      await me.check()
      await picture(me, 'northwind-score')
      await page
        .locator(wide ? 'tr' : 'li', { hasText: 'Revenue' })
        .locator('a[href*="why="]')
        .first()
        .click()
      const why = page.getByRole('dialog')
      await why.getByText('order_details.csv, line 1157').waitFor()
      await why.getByText('62 records counted').waitFor()
      await why.getByText('Database and interpreter come to the same').waitFor()
      await me.check()
      await picture(me, 'northwind-why')
    },
    2 * MINUTES,
  )

  it(
    'revenue and orders of every person and quarter are those that were worked out from the files by other means',
    async () => {
      const lines = (await readFile(REFERENCE, 'utf8')).trim().split(/\r?\n/)
      const rows = lines.slice(1).map((line) => line.split(','))
      const head = (lines[0] ?? '').split(',')
      const at = (name: string) => head.indexOf(name)
      const quarters = [...new Set(rows.map((row) => row[at('yq')] ?? ''))]
      for (const quarter of quarters) await runOf(quarter)
      const found = await company.app.store.read((read) =>
        read.query<{ key: string; revenue: string; orders: string }>(sql`
          select v.employee_id || ' ' || r.period as key, trim_scale((v.figures ->> 'revenue')::numeric)::text as revenue, v.figures ->> 'orders' as orders
          from calc.value v join calc.run r using (run_id) where r.run_id in (select max(run_id) from calc.run group by period)`),
      )
      const byKey = new Map(found.map((row) => [row.key, row]))
      const differing = rows.flatMap((row) => {
        const key = `${row[at('employee_id')]} ${row[at('yq')]}`
        const ours = byKey.get(key)
        return ours?.revenue === row[at('net')] && ours?.orders === row[at('orders')] ? [] : [{ key, ours, theirs: [row[at('net')], row[at('orders')]] }]
      })
      expect(rows.length).toBe(72)
      expect(differing).toEqual([])
    },
    4 * MINUTES,
  )

  async function runOf(quarter: string): Promise<void> {
    const name = `Q${quarter.slice(-1)} ${quarter.slice(0, 4)}`
    await me.go(`/start?step=run&period=${quarter}`)
    await button(`Run ${name}`).click()
    await me.page.waitForURL(/job=/)
    await me.page.getByRole('status').filter({ hasText: 'done' }).first().waitFor()
  }
})

/** Those that others refer to first; with the rows each file has. */
const FILES = [
  ['customers', '91'],
  ['products', '77'],
  ['orders', '830'],
  ['order_details', '2,155'],
] as const

interface Written {
  readonly name: string
  readonly id: string
  readonly unit: string
  readonly dataset?: string
  readonly aggregate?: string
  readonly formulas: Readonly<Record<string, string>>
}

const MEASURES: readonly Written[] = [
  { name: 'Revenue', id: 'revenue', unit: 'money', dataset: 'order_details', aggregate: 'Sum', formulas: { Value: 'unit_price * quantity * (1 - discount)' } },
  { name: 'Orders', id: 'orders', unit: 'number', dataset: 'orders', formulas: {} },
  { name: 'New customers', id: 'new_customers', unit: 'number', dataset: 'orders', formulas: { Condition: 'first(customer_id)' } },
  { name: 'Shipped orders', id: 'shipped_orders', unit: 'number', dataset: 'orders', formulas: { Condition: 'shipped_date is not empty' } },
  { name: 'On time orders', id: 'on_time_orders', unit: 'number', dataset: 'orders', formulas: { Condition: 'shipped_date <= required_date' } },
  { name: 'On-time rate', id: 'on_time_rate', unit: 'percent', formulas: { Numerator: 'on_time_orders', Denominator: 'shipped_orders' } },
]

const LINES = [
  ['Revenue', '60'],
  ['New customers', '20'],
  ['On-time rate', '20'],
] as const

const REVENUE = ['30000', '25000', '20000', '30000', '10000', '12000', '15000', '20000', '12000']
