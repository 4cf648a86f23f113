import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { producer } from '../firms'
import { pageOf, settled, write } from '../support'

/**
 * A buyer offers a yearly framework, calls off a month of it and the plant accepts; another month is
 * declined. The plant is this spec's own.
 */
const NOW = Date.now()
const TITLE = `框架货源 ${NOW}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.callOff
const REASON = '停产检修'

interface Named {
  id: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

async function expectUsable(page: Page): Promise<void> {
  await settled(page)
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  )
  await page.setViewportSize(WIDE)
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function confirm(page: Page, name: string, reason?: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  if (reason) await dialog.getByRole('textbox').fill(reason)
  await dialog.getByRole('button', { name, exact: true }).click()
}

const list = (page: Page) => page.getByRole('table', { name: words.list, exact: true })

test('a framework is agreed on and called off month by month', async ({ browser }) => {
  test.setTimeout(180_000)
  const [{ trader, traderToken, siteId }, { page: buyer }] = await Promise.all([
    producer(browser, {
      name: `框架钢厂 ${NOW}（演示）`,
      site: '一号厂区',
      mark: `calloff-${NOW}`,
      password: `calloffs-${NOW}`,
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
    quantityKg: 1_200_000,
    priceYuanPerT: 8,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(120),
    qualities: [],
  })

  await test.step('the buyer offers a framework', async () => {
    await buyer.goto(`/offers/new?lotId=${lot.id}`)
    await settled(buyer)
    await buyer.getByText(words.framework, { exact: true }).click()
    await field(buyer, words.day).fill('29')
    await press(buyer, chinese.offer.send)
    await expect(buyer.getByText(chinese.fault.callOffDay, { exact: true })).toBeVisible()
    await expectUsable(buyer)
    await field(buyer, words.day).fill('1')
    await press(buyer, chinese.offer.send)
    await expect(buyer.getByText(/每月的提货通知不迟于上月 1 日/)).toBeVisible()
    await expectUsable(buyer)
  })

  await test.step('the plant accepts it', async () => {
    await trader.goto('/work?kind=offer')
    await trader.getByRole('link', { name: TITLE }).first().click()
    await settled(trader)
    await confirm(trader, chinese.offer.accept)
    await expect(trader.getByRole('heading', { name: words.title, exact: true })).toBeVisible()
    await expectUsable(trader)
  })

  await test.step('the buyer calls off a month', async () => {
    await buyer.goto(trader.url())
    await expect(buyer.getByText(words.none, { exact: true })).toBeVisible()
    await expectUsable(buyer)
    await field(buyer, words.quantity).fill('1')
    await press(buyer, words.send)
    await expect(list(buyer).getByText(words.status.requested, { exact: true })).toBeVisible()
    await expectUsable(buyer)
  })

  await test.step('the plant finds it in its worklist and declines it with a reason', async () => {
    await trader.goto('/work?kind=call-off')
    await trader.getByRole('link', { name: TITLE }).first().click()
    await settled(trader)
    await confirm(trader, words.decline, REASON)
    await expect(list(trader).getByText(REASON, { exact: true })).toBeVisible()
  })

  await test.step('the buyer calls off again, and the plant accepts', async () => {
    await buyer.reload()
    await settled(buyer)
    await press(buyer, words.send)
    await expect(list(buyer).getByRole('button', { name: words.withdraw })).toBeVisible()
    await trader.reload()
    await settled(trader)
    await confirm(trader, words.accept)
    await expect(list(trader).getByText(words.status.accepted, { exact: true })).toBeVisible()
    await expectUsable(trader)
  })
})
