import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { bytesOf, choose, downloadOf } from '../files'
import { pageOf, read, settled, write } from '../support'

/**
 * A buyer and a seller come to terms: each is told what the other one did and goes on from there,
 * they write to each other on the way, and both read how it came about. What is made is ended, so
 * that no other spec counts it.
 */
const RUN = Date.now().toString(36).toUpperCase()
const LOT = `议价货源 ${RUN}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const SOON_MS = 20_000
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.offer
const QUESTION = '周三上午来两车，几点装车？'
const ANSWER = '八点以后，从二号门进厂。'
const PLAN = {
  name: '车辆安排.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${RUN}\n%%EOF\n`),
}

interface Named {
  id: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })

const thread = (page: Page) => page.getByRole('region', { name: words.thread.title, exact: true })

const entry = (page: Page, text: string) =>
  thread(page).getByRole('listitem').filter({ hasText: text })

async function say(page: Page, text: string): Promise<void> {
  const message = field(page, words.thread.text)
  await message.fill(text)
  await press(page, words.thread.send)
  await expect(entry(page, text)).toContainText(words.thread.own)
  await expect(message).toHaveValue('')
  await expect(message).toBeFocused()
}

const standing = (ahead: number) =>
  words.standsFor.replace('{date}', day(ahead)).replace('{count}', String(ahead))

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** Waits for a notice, and goes from the bell to what it is about. */
async function follow(page: Page, notice: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^通知/ }).click()
  const link = page
    .getByRole('region', { name: chinese.notice.title, exact: true })
    .getByRole('link', { name: notice })
  await expect(link).toBeVisible({ timeout: SOON_MS })
  await link.click()
  await settled(page)
}

async function lot(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Named[] }>(page, token, '/sites')
  const stream = await write<Named>(page, token, '/streams', {
    siteId: items[0]?.id,
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `干渣 ${RUN}`,
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

test('an offer is countered, and its course is read before it is accepted', async ({ browser }) => {
  test.setTimeout(180_000)
  const [{ page: seller, token }, { page: buyer }] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
  ])
  const lotId = await lot(seller, token)
  const heading = (page: Page) =>
    page.getByRole('heading', { level: 1, name: words.titleOf.replace('{lot}', LOT) })
  const course = (page: Page) => page.getByRole('list', { name: words.course.title })
  const steps = course(buyer).getByRole('listitem')
  await seller.goto('/')
  await settled(seller)

  await test.step('the buyer says until when its offer stands, at most thirty days', async () => {
    await buyer.goto(`/offers/new?lotId=${lotId}`)
    await settled(buyer)
    const validTo = field(buyer, words.validToField)
    await expect(validTo).toHaveValue(day(7))
    await field(buyer, chinese.enum.priceBasis['ex-works']).fill('5')
    await validTo.fill(day(31))
    await press(buyer, words.send)
    await expect(buyer.getByText(chinese.fault['validity-too-long'])).toBeVisible()
    await validTo.fill(day(5))
    await press(buyer, words.send)
    await expect(heading(buyer)).toBeVisible()
    await expect(buyer.getByText(standing(5))).toBeVisible()
    await settled(buyer)
    await expect(course(buyer)).toHaveCount(0)
  })

  await test.step('the buyer writes beside it, and attaches a paper', async () => {
    await expect(thread(buyer)).toContainText(words.thread.none)
    await say(buyer, QUESTION)
    await choose(buyer, thread(buyer).getByRole('button', { name: chinese.files.attach }), PLAN)
    await expect(downloadOf(thread(buyer), PLAN)).toBeVisible()
    await settled(buyer)
    expect(await violations(buyer, PAGE)).toEqual([])
  })

  await test.step('the seller is told, reads both and answers', async () => {
    await follow(seller, new RegExp(`“${LOT}”的报价留言：${QUESTION}`))
    await expect(heading(seller)).toBeVisible()
    await expect(entry(seller, QUESTION)).toBeVisible()
    await expect(entry(seller, QUESTION)).not.toContainText(words.thread.own)
    expect(await bytesOf(seller, thread(seller), PLAN)).toEqual(PLAN.buffer)
    await say(seller, ANSWER)
    await settled(seller)
    expect(await violations(seller, PAGE)).toEqual([])
    await expect(entry(buyer, ANSWER)).toBeVisible({ timeout: SOON_MS })
  })

  await test.step('the seller is told of the offer, and counters', async () => {
    await follow(seller, new RegExp(`“${LOT}”报价`))
    await expect(heading(seller)).toBeVisible()
    await press(seller, words.counter)
    await field(seller, words.quantityT).fill('120')
    await field(seller, chinese.enum.priceBasis['ex-works']).fill('6.5')
    await press(seller, words.sendCounter)
    await expect(course(seller).getByRole('listitem')).toHaveCount(2)
    await expect(seller.getByText(standing(7))).toBeVisible()
  })

  await test.step('the buyer is told, and reads what the seller changed', async () => {
    await follow(buyer, new RegExp(`“${LOT}”还价`))
    await expect(steps).toHaveCount(2)
    const [first, counter] = [steps.nth(0), steps.nth(1)]
    await expect(first).toContainText(chinese.enum.offerStatus.countered)
    await expect(first).toContainText(day(5))
    await expect(counter).toHaveAttribute('aria-current', 'page')
    await expect(counter).toContainText('6.50')
    await expect(counter).toContainText('120')
    const { changed } = words.course
    await expect(first.getByText(changed, { exact: true })).toHaveCount(0)
    await expect(counter.getByText(changed, { exact: true })).toHaveCount(2)
    await expect(entry(buyer, QUESTION)).toContainText(words.course.number.replace('{n}', '1'))
    expect(await violations(buyer, PAGE)).toEqual([])
    await buyer.setViewportSize(NARROW)
    const wide = await buyer.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await buyer.setViewportSize(WIDE)
  })

  await test.step('each of the two leads to the other', async () => {
    await steps.nth(0).getByRole('link').click()
    await expect(steps.nth(0)).toHaveAttribute('aria-current', 'page')
    await expect(buyer.getByRole('button', { name: words.accept, exact: true })).toHaveCount(0)
    await steps.nth(1).getByRole('link').click()
    await expect(steps.nth(1)).toHaveAttribute('aria-current', 'page')
  })

  await test.step('the buyer accepts, and the seller is told of the agreement', async () => {
    await confirm(buyer, words.accept)
    const agreement = /^协议 A\d{4}-/
    await expect(buyer.getByRole('heading', { level: 1, name: agreement })).toBeVisible()
    await follow(seller, new RegExp(`“${LOT}”的报价.*协议`))
    await expect(seller.getByRole('heading', { level: 1, name: agreement })).toBeVisible()
    await expect(seller).toHaveURL(buyer.url())
  })

  await press(seller, chinese.agreement.cancel)
  const dialog = seller.getByRole('dialog')
  await dialog.getByRole('textbox').fill('验证完毕')
  await dialog.getByRole('button', { name: chinese.agreement.cancel }).click()
  const { cancelled } = chinese.enum.agreementStatus
  await expect(seller.getByText(cancelled, { exact: true })).toBeVisible()
  await seller.goto(`/lots/${lotId}`)
  await settled(seller)
  await confirm(seller, chinese.lot.withdraw)
  const { withdrawn } = chinese.enum.listingStatus
  await expect(seller.getByText(withdrawn, { exact: true })).toBeVisible()
  await Promise.all([seller, buyer].map((page) => page.context().close()))
})
