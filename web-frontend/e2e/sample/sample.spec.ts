import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { producer } from '../firms'
import { pageOf, settled, write } from '../support'

/** A buyer asks for a sample of a lot, gets it and says what came of it. The plant is this spec's own. */
const NOW = Date.now()
const TITLE = `样品货源 ${NOW}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const MARK = `GZ-${NOW}`
const FINDING = '压碎值 18 %，可用作骨料'
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.sample

interface Named {
  id: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** What a page shows can be used by everybody, on a narrow screen too. */
async function expectUsable(page: Page): Promise<void> {
  await settled(page)
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  )
  await page.setViewportSize(WIDE)
}

const tag = (page: Page, status: keyof typeof words.status) =>
  page
    .getByRole('heading', { level: 1, name: words.titleOf.replace('{title}', TITLE), exact: true })
    .locator('..')
    .getByText(words.status[status], { exact: true })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('a sample is asked for, promised, sent, received and judged', async ({ browser }) => {
  test.setTimeout(180_000)
  const [{ trader, traderToken, siteId }, { page: buyer }] = await Promise.all([
    producer(browser, {
      name: `寄样钢厂 ${NOW}（演示）`,
      site: '一号厂区',
      mark: `sample-${NOW}`,
      password: `samples-${NOW}`,
    }),
    pageOf(browser, 'qingshi-trader'),
  ])
  const stream = await write<Named>(trader, traderToken, '/streams', {
    siteId,
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `高炉干渣 ${NOW}`,
  })
  const lot = await write<Named>(trader, traderToken, '/lots', {
    streamId: stream.id,
    title: TITLE,
    saleMethod: 'negotiation',
    quantityKind: 'firm',
    quantityKg: 150_000,
    priceYuanPerT: 8,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(60),
    qualities: [],
  })

  await test.step('the buyer asks for it on the page of the lot', async () => {
    await buyer.goto(`/lots/${lot.id}`)
    await settled(buyer)
    await press(buyer, words.ask)
    await settled(buyer)
    await expectUsable(buyer)
    await buyer.getByRole('textbox', { name: words.quantity }).fill('300')
    await press(buyer, words.send)
    await expect(buyer.getByText(chinese.fault['sample-quantity'], { exact: true })).toBeVisible()
    await buyer.getByRole('textbox', { name: words.quantity }).fill('2.5')
    const site = buyer.getByRole('combobox', { name: words.site })
    await site.press('ArrowDown')
    await expect(site).toHaveAttribute('aria-expanded', 'true')
    await buyer.getByRole('option').first().click()
    await buyer.getByRole('textbox', { name: words.wishes }).fill('按 GB/T 14684 取样')
    await press(buyer, words.send)
    await expect(tag(buyer, 'requested')).toBeVisible()
    await expectUsable(buyer)
  })

  await test.step('the plant finds it in its worklist and promises it', async () => {
    await trader.goto('/work?kind=sample')
    await trader.getByRole('link', { name: TITLE }).first().click()
    await expect(tag(trader, 'requested')).toBeVisible()
    await expectUsable(trader)
    await press(trader, words.accept)
    await expect(tag(trader, 'accepted')).toBeVisible()
  })

  await test.step('the plant records what it sent', async () => {
    await trader.getByRole('textbox', { name: words.mark, exact: true }).fill(MARK)
    await trader.getByRole('textbox', { name: words.sampledBy, exact: true }).fill('质检科')
    await trader.getByRole('textbox', { name: words.method, exact: true }).fill('渣场五点取样')
    await expectUsable(trader)
    await press(trader, words.sendNow)
    await expect(tag(trader, 'sent')).toBeVisible()
  })

  await test.step('the buyer confirms the receipt and says what came of it', async () => {
    await buyer.goto(`/lots/${lot.id}`)
    await settled(buyer)
    await press(buyer, words.openLink)
    await expect(tag(buyer, 'sent')).toBeVisible()
    await expect(buyer.getByText(MARK, { exact: true })).toBeVisible()
    await expectUsable(buyer)
    await press(buyer, words.receiveNow)
    await expect(tag(buyer, 'received')).toBeVisible()
    await settled(buyer)
    await buyer.getByText(words.verdicts.suitable, { exact: true }).click()
    await buyer.getByRole('textbox', { name: words.findingsOptional }).fill(FINDING)
    await press(buyer, words.concludeNow)
    await expect(tag(buyer, 'concluded')).toBeVisible()
    await expectUsable(buyer)
  })

  await test.step('the plant reads it, and both have it in their lists', async () => {
    await trader.goto('/samples?status=concluded')
    await expectUsable(trader)
    await trader.getByRole('link', { name: TITLE, exact: true }).click()
    await expect(trader.getByText(FINDING, { exact: true })).toBeVisible()
    await expectUsable(trader)
    await buyer.goto('/samples')
    await settled(buyer)
    await expect(buyer.getByRole('row').filter({ hasText: TITLE })).toHaveCount(1)
  })
})
