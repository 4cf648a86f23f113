import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { pageOf, settled } from '../support'

/** The operator states an index and what it was; who trades reads both. */
const RUN = Date.now().toString().slice(-8)
const NAME = `测试矿粉指数 ${RUN}`
const NARROW = { width: 390, height: 844 }
const words = chinese.priceIndex

async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(value)
}

test('a price index is stated, corrected and read', async ({ browser }) => {
  const { page: operator } = await pageOf(browser, 'operator-demo')
  await operator.goto('/price-indices')
  await operator.getByRole('button', { name: words.add, exact: true }).click()
  await fill(operator, words.code, `e2e-${RUN}`)
  await fill(operator, words.nameZh, NAME)
  await fill(operator, words.nameEn, `Slag powder of a test ${RUN}`)
  await fill(operator, words.source, '测试数据，非真实报价')
  await operator.getByRole('button', { name: chinese.action.save, exact: true }).click()

  const panel = operator.getByRole('region', { name: NAME, exact: true })
  for (const value of ['280', '276.5']) {
    await panel.getByRole('textbox', { name: words.value, exact: true }).fill(value)
    await panel.getByRole('button', { name: words.state, exact: true }).click()
    await expect(panel.getByRole('row', { name: new RegExp(value) })).toBeVisible()
  }
  await expect(panel.getByRole('row', { name: /280/ })).toContainText(words.superseded)
  await settled(operator)
  expect(await violations(operator, PAGE)).toEqual([])

  const { page: trader } = await pageOf(browser, 'qingshi-trader')
  await trader.goto('/price-indices')
  await expect(trader.getByRole('region', { name: NAME, exact: true })).toContainText('276.50')
  await settled(trader)
  expect(await violations(trader, PAGE)).toEqual([])
  await trader.setViewportSize(NARROW)
  await trader.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  )
})
