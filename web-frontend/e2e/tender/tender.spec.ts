import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { pageOf, read, settled, write } from '../support'

/**
 * A seller invites sealed bids for a lot, three buyers seal theirs, and no price leaves their
 * browsers. What comes after the closing is in the month of a plant. What is made is cancelled, so that no
 * other spec counts it.
 */
const RUN = Date.now().toString(36).toUpperCase()
const LOT = `招标货源 ${RUN}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
/** Each is a number that stands nowhere else on the pages. */
const PRICES = ['61.37', '58.29', '64.83']
const REPLACED = '66.91'
const words = chinese.tender

interface Named {
  id: string
}

interface Bid {
  commitment: string
  status: string
}

interface Seen {
  status: string
  ownBid?: Bid
  bids?: unknown[]
  deposits: unknown[]
}

interface Sent {
  url: string
  body: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** All that a page sends from now on. */
function listened(page: Page): Sent[] {
  const sent: Sent[] = []
  page.on('request', (request) => sent.push({ url: request.url(), body: request.postData() ?? '' }))
  return sent
}

async function lot(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Named[] }>(page, token, '/sites')
  const stream = await write<Named>(page, token, '/streams', {
    siteId: items[0]?.id,
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `招标固废 ${RUN}`,
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

/** Seals a price on the page of the tender, and sends the bid. */
async function bid(page: Page, price: string, act = words.bid.make): Promise<void> {
  await press(page, act)
  await settled(page)
  const label = words.bid.priceAt.replace('{basis}', chinese.enum.priceBasis['ex-works'])
  await field(page, label).fill(price)
  await press(page, words.bid.seal)
  await expect(page.getByText(words.bid.stepTwo)).toBeFocused()
  await press(page, words.bid.send)
  await expect(page.getByText(chinese.enum.bidStatus.sealed, { exact: true })).toBeVisible()
  await settled(page)
}

async function fits(page: Page): Promise<void> {
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  await page.setViewportSize(WIDE)
}

test('a lot is put to tender, and prices are sealed that nobody else sees', async ({ browser }) => {
  test.setTimeout(240_000)
  const [{ page: seller, token }, first, second, third] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
    pageOf(browser, 'bailu-admin'),
    pageOf(browser, 'songjian-admin'),
  ])
  const buyers = [first, second, third]
  const lotId = await lot(seller, token)
  let path = ''
  const idOf = () => path.split('/').at(-1) ?? ''

  await test.step('the seller starts it on the page of the lot', async () => {
    await seller.goto(`/lots/${lotId}`)
    await settled(seller)
    await press(seller, words.start)
    await settled(seller)
    await fits(seller)
    await field(seller, words.minimumPrice).fill('5')
    await field(seller, words.minimumBidders).fill('25')
    await press(seller, words.publish)
    await expect(seller.getByText(chinese.fault.bidders)).toBeVisible()
    await field(seller, words.minimumBidders).fill('2')
    await press(seller, words.publish)
    const name = words.titleOf.replace('{lot}', LOT)
    await expect(seller.getByRole('heading', { level: 1, name })).toBeVisible()
    await settled(seller)
    path = new URL(seller.url()).pathname
    await expect(seller.getByText(words.secret.seller)).toBeVisible()
    await fits(seller)
  })

  await test.step('the lot says so, and nothing else can be done with it', async () => {
    await seller.goto(`/lots/${lotId}`)
    await settled(seller)
    const { page: buyer } = first
    await buyer.goto(`/lots/${lotId}`)
    await settled(buyer)
    for (const page of [seller, buyer]) {
      await expect(page.getByRole('link', { name: words.ofLot.open })).toBeVisible()
    }
    for (const name of [
      chinese.action.edit,
      chinese.lot.pause,
      chinese.lot.withdraw,
      words.start,
    ]) {
      await expect(seller.getByRole('button', { name, exact: true })).toHaveCount(0)
    }
    await expect(buyer.getByRole('button', { name: chinese.offer.make })).toHaveCount(0)
    await buyer.goto('/tenders?stage=bids')
    await settled(buyer)
    await buyer.getByRole('link', { name: LOT }).click()
    await expect(buyer).toHaveURL(new RegExp(`${path}$`))
  })

  await test.step('three buyers seal their prices', async () => {
    for (const [index, { page, token: own }] of buyers.entries()) {
      const price = PRICES[index] ?? ''
      await page.goto(path)
      await settled(page)
      await expect(page.getByText(words.secret.others)).toBeVisible()
      const sent = listened(page)
      await bid(page, price)
      expect(sent.some(({ body }) => body.includes('commitment'))).toBe(true)
      expect(sent.filter(({ url, body }) => `${url} ${body}`.includes(price))).toEqual([])
      const seen = await read<Seen>(page, own, path)
      expect(seen.ownBid?.commitment).toMatch(/^[0-9a-f]{64}$/)
      expect(JSON.stringify(seen)).not.toContain(price)
    }
    await fits(first.page)
  })

  await test.step('the envelope is kept as a file, and in this browser', async () => {
    const { page, token: own } = first
    const waiting = page.waitForEvent('download')
    await press(page, words.envelope.download)
    const file = await (await waiting).path()
    const envelope = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>
    const seen = await read<Seen>(page, own, path)
    expect(envelope.tender).toBe(idOf())
    expect(envelope.price).toBe(PRICES[0])
    expect(envelope.commitment).toBe(seen.ownBid?.commitment)
    await page.reload()
    await settled(page)
    await expect(page.getByText(words.envelope.keptHere)).toBeVisible()
    await page.getByText(words.envelope.look).click()
    await expect(page.getByText(PRICES[0] ?? '')).toBeVisible()
  })

  await test.step('neither the seller nor another buyer sees who bids, nor a price', async () => {
    await seller.goto(path)
    await settled(seller)
    const others = [{ page: seller, token }, second]
    await second.page.reload()
    await settled(second.page)
    for (const { page, token: theirs } of others) {
      const seen = await read<Seen>(page, theirs, path)
      expect(seen.bids).toBeUndefined()
      const text = `${await page.locator('body').innerText()} ${JSON.stringify(seen)}`
      for (const price of PRICES) expect(text).not.toContain(price)
      expect(text).not.toContain('青石湾')
    }
    await expect(seller.getByRole('region', { name: words.bids.title })).toHaveCount(0)
  })

  await test.step('a bid is replaced, and another one withdrawn', async () => {
    const before = await read<Seen>(first.page, first.token, path)
    await bid(first.page, REPLACED, words.bid.replace)
    const after = await read<Seen>(first.page, first.token, path)
    expect(after.ownBid?.commitment).not.toBe(before.ownBid?.commitment)
    await confirm(second.page, words.bid.withdraw)
    const { withdrawn } = chinese.enum.bidStatus
    await expect(second.page.getByText(withdrawn, { exact: true })).toBeVisible()
    await expect(second.page.getByRole('button', { name: words.bid.make })).toBeVisible()
  })

  await test.step('the seller cancels it, and the lot is free again', async () => {
    await press(seller, words.cancel)
    const dialog = seller.getByRole('dialog')
    await dialog.getByRole('textbox').fill('验证完毕')
    await dialog.getByRole('button', { name: words.cancel }).click()
    const { cancelled } = chinese.enum.tenderStatus
    await expect(seller.getByText(cancelled, { exact: true }).first()).toBeVisible()
    const { page: buyer } = first
    await buyer.reload()
    await settled(buyer)
    await expect(buyer.getByText('验证完毕', { exact: true })).toBeVisible()
    await expect(buyer.getByRole('button', { name: words.bid.replace })).toHaveCount(0)
    await seller.goto(`/lots/${lotId}`)
    await settled(seller)
    await expect(seller.getByRole('link', { name: words.ofLot.open })).toHaveCount(0)
    await confirm(seller, chinese.lot.withdraw)
    const { withdrawn } = chinese.enum.listingStatus
    await expect(seller.getByText(withdrawn, { exact: true })).toBeVisible()
  })
  await Promise.all([seller, ...buyers.map(({ page }) => page)].map((it) => it.context().close()))
})
