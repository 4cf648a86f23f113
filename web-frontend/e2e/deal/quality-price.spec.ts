import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { pageOf, read, settled, write } from '../support'

/**
 * A price that moves with quality: a lot announces it, a buyer sets up another one and sees what a
 * quality would cost, the seller reads the same and counters. What is made is ended, so that no
 * other spec counts it.
 */
const RUN = Date.now().toString(36).toUpperCase()
const LOT = `按质论价货源 ${RUN}`
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.adjustment

interface Named {
  id: string
}

const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

const named = (name: string, text: string) =>
  chinese.label.named.replace('{name}', name).replace('{text}', text)

const fact = (page: Page, name: string) =>
  page.getByRole('group', { name: words.example }).locator('dl > div').filter({ hasText: name })

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

async function lot(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Named[] }>(page, token, '/sites')
  const stream = await write<Named>(page, token, '/streams', {
    siteId: items[0]?.id,
    materialKey: 'granulated-bf-slag',
    classCode: 'SW01',
    name: `水渣 ${RUN}`,
  })
  const made = await write<Named>(page, token, '/lots', {
    streamId: stream.id,
    title: LOT,
    saleMethod: 'negotiation',
    quantityKind: 'firm',
    quantityKg: 150_000,
    priceYuanPerT: 80,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(60),
    qualities: [{ parameter: 'moisture', min: 9, max: 13, basis: 'wet' }],
    adjustments: [
      {
        parameter: 'moisture',
        basis: 'wet',
        guaranteed: 10,
        bands: [{ from: 10, yuanPerTPerUnit: -1 }],
      },
    ],
  })
  return made.id
}

test('a price moves with quality, and both sides see what a quality costs', async ({ browser }) => {
  test.setTimeout(120_000)
  const [{ page: seller, token }, { page: buyer }] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
  ])
  const lotId = await lot(seller, token)
  const moisture = '水分 (H2O)'
  const band = (n: number, what: string) =>
    words.bandLabel.replace('{name}', moisture).replace('{n}', String(n)).replace('{what}', what)
  const rate = words.rate.replace('{step}', '1 %')

  await test.step('the lot says what a tonne of its quality costs', async () => {
    await buyer.goto(`/lots/${lotId}`)
    await settled(buyer)
    await expect(buyer.getByRole('table', { name: words.title })).toContainText(moisture)
    await expect(fact(buyer, words.result)).toContainText('79.00')
    expect(await violations(buyer, PAGE)).toEqual([])
  })

  await test.step('the buyer sets up a penalty, and is told what is wrong with it', async () => {
    await buyer.goto(`/offers/new?lotId=${lotId}`)
    await settled(buyer)
    await expect(field(buyer, band(1, rate))).toHaveValue('-1')
    await press(buyer, named(moisture, chinese.action.remove))
    await field(buyer, chinese.enum.priceBasis['ex-works']).fill('78')
    await press(buyer, words.start)
    await buyer
      .getByRole('combobox', {
        name: named(words.numbered.replace('{n}', '1'), chinese.qualityReport.parameter),
      })
      .click()
    await buyer.getByRole('option', { name: moisture, exact: true }).click()
    await field(buyer, named(moisture, words.guaranteed)).fill('10')
    await field(buyer, band(1, chinese.range.min)).fill('10')
    await field(buyer, band(1, chinese.range.max)).fill('9')
    await field(buyer, band(1, rate)).fill('-2')
    await press(buyer, chinese.offer.send)
    await expect(buyer.getByText(chinese.fault['bands-not-in-order']).first()).toBeVisible()
    expect(await violations(buyer, PAGE)).toEqual([])
  })

  await test.step('what a tonne of the stated quality costs is shown at once', async () => {
    await field(buyer, band(1, chinese.range.max)).fill('')
    await expect(fact(buyer, words.result)).toContainText('76.00')
    await field(buyer, words.measured.replace('{name}', moisture)).fill('12.5')
    await expect(fact(buyer, words.result)).toContainText('73.00')
    await expect(fact(buyer, '12.5')).toContainText('5.00')
    await buyer.setViewportSize(NARROW)
    const wide = await buyer.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await buyer.setViewportSize(WIDE)
    await press(buyer, chinese.offer.send)
    await expect(
      buyer.getByRole('heading', {
        level: 1,
        name: chinese.offer.titleOf.replace('{lot}', LOT),
      }),
    ).toBeVisible()
    await settled(buyer)
    await expect(buyer.getByRole('table', { name: words.title })).toContainText('10')
    expect(await violations(buyer, PAGE)).toEqual([])
  })

  await test.step('the seller reads the same, and counters with a gentler one', async () => {
    await seller.goto(new URL(buyer.url()).pathname)
    await settled(seller)
    await expect(fact(seller, words.result)).toContainText('76.00')
    await press(seller, chinese.offer.counter)
    await field(seller, band(1, rate)).fill('-1.5')
    await press(seller, chinese.offer.sendCounter)
    const steps = seller
      .getByRole('list', { name: chinese.offer.course.title })
      .getByRole('listitem')
    await expect(steps).toHaveCount(2)
    await expect(steps.nth(1).getByText(chinese.offer.course.changed, { exact: true })).toHaveCount(
      1,
    )
    await settled(seller)
    await expect(fact(seller, words.result)).toContainText('76.50')
  })

  await confirm(seller, chinese.offer.withdraw)
  await expect(
    seller.getByText(chinese.enum.offerStatus.withdrawn, { exact: true }).first(),
  ).toBeVisible()
  await seller.goto(`/lots/${lotId}`)
  await settled(seller)
  await confirm(seller, chinese.lot.withdraw)
  await expect(
    seller.getByText(chinese.enum.listingStatus.withdrawn, { exact: true }),
  ).toBeVisible()
  await Promise.all([seller, buyer].map((page) => page.context().close()))
})
