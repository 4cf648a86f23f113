import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { pageOf, read, settled, write } from '../support'

/**
 * What waits for somebody comes to the list that is open, leads to where it is done, and is gone
 * when it is done. Both sides belong to this spec alone, so that nobody else changes what it counts.
 */
const SELLER = 'chenxi-admin'
const BUYER = 'hengxing-admin'
const RUN = Date.now().toString(36).toUpperCase()
const LOT = `待办货源 ${RUN}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const SOON_MS = 20_000
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.work

interface Named {
  id: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

async function siteOf(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Named[] }>(page, token, '/sites')
  const [site] = items
  if (!site) throw new Error('The account has no site.')
  return site.id
}

async function lot(page: Page, token: string): Promise<string> {
  const stream = await write<Named>(page, token, '/streams', {
    siteId: await siteOf(page, token),
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `待办干渣 ${RUN}`,
  })
  const made = await write<Named>(page, token, '/lots', {
    streamId: stream.id,
    title: LOT,
    saleMethod: 'negotiation',
    quantityKind: 'firm',
    quantityKg: 150_000,
    priceYuanPerT: 8,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(60),
    qualities: [],
  })
  return made.id
}

async function offer(page: Page, token: string, lotId: string): Promise<void> {
  await write(page, token, '/offers', {
    lotId,
    buyerSiteId: await siteOf(page, token),
    quantityKg: 100_000,
    priceYuanPerT: 6,
    governingScale: 'buyer',
    governingAssay: 'buyer',
    deliverFrom: day(2),
    deliverTo: day(50),
    validTo: day(5),
    pollutionTerms: '运输须覆盖，防止遗撒和扬尘；入厂后入棚堆放。',
  })
}

async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

const entry = (page: Page) =>
  page
    .getByRole('navigation', { name: chinese.nav.label })
    .getByRole('link', { name: new RegExp(`^${chinese.nav.work}`) })

async function expectDue(page: Page, count: number): Promise<void> {
  const said = words.waiting.replace('{count}', String(count))
  const name = new RegExp(`^${chinese.nav.work}${count > 0 ? `\\s*${said}` : ''}$`)
  await expect(entry(page)).toHaveAccessibleName(name, { timeout: SOON_MS })
}

test('an offer waits on the list until it is answered', async ({ browser }) => {
  test.setTimeout(90_000)
  const [{ page: seller, token }, buyer] = await Promise.all([
    pageOf(browser, SELLER),
    pageOf(browser, BUYER),
  ])
  const lotId = await lot(seller, token)
  const { dueCount } = await read<{ dueCount: number }>(seller, token, '/work?items=0&hints=false')
  const waiting = seller
    .getByRole('region', { name: new RegExp(`^${words.kind.offer}`) })
    .getByRole('link')
    .filter({ hasText: LOT })
  await seller.goto('/work?kind=offer')
  await settled(seller)
  await expect(waiting).toHaveCount(0)
  await expectDue(seller, dueCount)

  await test.step('it appears on the open list, with how long it stands', async () => {
    await offer(buyer.page, buyer.token, lotId)
    await expect(waiting).toBeVisible({ timeout: SOON_MS })
    await expect(waiting).toContainText(chinese.label.daysLeft.replace('{count}', '5'))
    await expect(waiting).toContainText(words.today)
    await expectDue(seller, dueCount + 1)
    expect(await violations(seller, PAGE)).toEqual([])
    await seller.setViewportSize(NARROW)
    const wide = await seller.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await seller.setViewportSize(WIDE)
  })

  await test.step('it leads to the offer, and is gone when that is declined', async () => {
    await waiting.click()
    await confirm(seller, chinese.offer.decline)
    await expect(
      seller.getByText(chinese.enum.offerStatus.declined, { exact: true }).first(),
    ).toBeVisible()
    await expectDue(seller, dueCount)
    await entry(seller).click()
    await settled(seller)
    await expect(seller.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
    await expect(seller.getByRole('main').getByText(LOT)).toHaveCount(0)
  })

  await seller.goto(`/lots/${lotId}`)
  await settled(seller)
  await confirm(seller, chinese.lot.withdraw)
  const { withdrawn } = chinese.enum.listingStatus
  await expect(seller.getByText(withdrawn, { exact: true })).toBeVisible()
  await Promise.all([seller, buyer.page].map((page) => page.context().close()))
})
