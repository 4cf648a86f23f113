import { readFile } from 'node:fs/promises'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { DIALOG, PAGE, violations } from '../axe'
import { bytesOf, choose } from '../files'
import { producer } from '../firms'
import { accountOf, pageOf, read, settled, write } from '../support'

/**
 * The text of an agreement is read and signed by both sides, amended here and once outside. The
 * seller is this spec's own, and what is made is ended, so that no other spec counts it.
 */
const NOW = Date.now()
const PASSWORD = `contracts-${NOW}`
const LOT = `合同货源 ${NOW}`
const BUYER = 'qingshi-trader'
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const TERMS = '运输须覆盖，防止遗撒和扬尘；入厂后入棚堆放。'
const PAYMENT = '每月 10 日前付清上月货款。'
const EXTERNAL = `HT-${NOW}`
const SOON_MS = 20_000
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const SCAN = {
  name: '变更协议扫描件.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${NOW}\n%%EOF\n`),
}
const words = chinese.contract

interface Named {
  id: string
}

interface Versioned extends Named {
  version: number
}

interface Parties {
  seller: Page
  buyer: Page
  buyerPassword: string
  lotId: string
  agreement: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

const numbered = (text: string, number: number) => text.replace('{number}', String(number))

const field = (within: Page | Locator, name: string) =>
  within.getByRole('textbox', { name, exact: true })

async function press(within: Page | Locator, name: string): Promise<void> {
  await within.getByRole('button', { name, exact: true }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await press(page.getByRole('dialog'), name)
}

async function refuse(page: Page, name: string, reason: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('textbox').fill(reason)
  await press(page.getByRole('dialog'), name)
}

/** Beside the heading it says where the version stands that is looked at. */
const standing = (page: Page, text: string) =>
  page.getByRole('heading', { level: 1 }).locator('..').getByText(text, { exact: true })

const text = (page: Page) => page.getByRole('region', { name: words.text, exact: true })

const history = (page: Page) => page.getByRole('list', { name: words.history, exact: true })

async function lot(page: Page, token: string, siteId: string): Promise<string> {
  const stream = await write<Named>(page, token, '/streams', {
    siteId,
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `合同干渣 ${NOW}`,
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
    availableTo: day(90),
    qualities: [],
  })
  return made.id
}

/** Two firms that have agreed on a lot. */
async function agreed(browser: Browser): Promise<Parties> {
  const { admin, adminToken, trader, traderToken, siteId } = await producer(browser, {
    name: `合同签署钢厂 ${NOW}（演示）`,
    site: '一号厂区',
    mark: `contract-${NOW}`,
    password: PASSWORD,
  })
  const { page: buyer, token } = await pageOf(browser, BUYER)
  const { password: buyerPassword } = await accountOf(buyer.request, BUYER)
  const lotId = await lot(admin, adminToken, siteId)
  const { items } = await read<{ items: Named[] }>(buyer, token, '/sites')
  const offer = await write<Versioned>(buyer, token, '/offers', {
    lotId,
    buyerSiteId: items[0]?.id,
    quantityKg: 100_000,
    priceYuanPerT: 6,
    governingScale: 'buyer',
    governingAssay: 'third-party',
    deliverFrom: day(2),
    deliverTo: day(50),
    validTo: day(5),
    pollutionTerms: TERMS,
  })
  const response = await trader.request.post(`/api/v1/offers/${offer.id}/acceptance`, {
    data: {},
    headers: {
      Authorization: `Bearer ${traderToken}`,
      'Idempotency-Key': crypto.randomUUID(),
      'If-Match': `"${offer.version}"`,
    },
  })
  expect(response.ok()).toBe(true)
  const { id } = (await response.json()) as Named
  await admin.context().close()
  return { seller: trader, buyer, buyerPassword, lotId, agreement: `/agreements/${id}` }
}

/** What a page shows can be used by everybody, and on a narrow screen. */
async function expectUsable(page: Page): Promise<void> {
  await settled(page)
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
  expect(wide).toBe(false)
  await page.setViewportSize(WIDE)
}

/** Waits for a notice, and goes from the bell to what it is about. */
async function follow(page: Page, notice: RegExp): Promise<void> {
  await page.getByRole('button', { name: /^通知/ }).click()
  const link = page
    .getByRole('region', { name: chinese.notice.title, exact: true })
    .getByRole('link', { name: notice })
    .first()
  await expect(link).toBeVisible({ timeout: SOON_MS })
  await link.click()
  await settled(page)
}

async function sign(page: Page, number: number, password: string): Promise<void> {
  await press(text(page), words.sign.title)
  const dialog = page.getByRole('dialog')
  await field(dialog, words.sign.password).fill(password)
  await press(dialog, numbered(words.sign.submit, number))
}

async function propose(
  page: Page,
  name: string,
  value: string,
  why: string,
  price?: string,
): Promise<void> {
  await press(text(page), words.amend.title)
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(words.amend.unchanged)).toBeVisible()
  await dialog.getByLabel(name, { exact: true }).fill(value)
  if (price !== undefined) {
    await dialog.getByLabel(words.field.priceYuanPerT, { exact: true }).fill(price)
  }
  await field(dialog, words.amend.note).fill(why)
  await expect(dialog.getByRole('table', { name: words.amend.preview })).toContainText(value)
  expect(await violations(page, DIALOG)).toEqual([])
  await press(dialog, words.amend.submit)
  await expect(dialog).toBeHidden()
}

test('a contract is read, signed by both sides and amended', async ({ browser }) => {
  test.setTimeout(240_000)
  const { seller, buyer, buyerPassword, lotId, agreement } = await agreed(browser)
  const document = `${agreement}/document`

  await test.step('its page says that it is to be signed', async () => {
    await seller.goto(agreement)
    await settled(seller)
    const panel = seller.getByRole('region', { name: words.title, exact: true })
    await expect(panel.getByText(words.standing['to-sign'], { exact: true })).toBeVisible()
    await expect(panel).toContainText(words.untilSigned)
    await expectUsable(seller)
    await panel.getByRole('link', { name: words.read }).click()
    await expect(seller).toHaveURL(new RegExp(`${document}$`))
  })

  await test.step('it is read clause by clause', async () => {
    await settled(seller)
    const article = seller.getByRole('article', { name: words.heading })
    await expect(article).toContainText(TERMS)
    await expect(article).toContainText('6.00')
    await expect(article).toContainText('100 吨')
    await expect(article).toContainText(LOT)
    await expect(article).toContainText(words.assay.replace('{side}', '第三方'))
    await expectUsable(seller)
  })

  await test.step('the browser finds that the stored bytes have its fingerprint', async () => {
    await press(seller, words.check)
    await expect(seller.getByText(words.verdict.agrees)).toBeVisible()
  })

  await test.step('it is downloaded as a PDF', async () => {
    const coming = seller.waitForEvent('download')
    await press(seller, words.pdf.zh)
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^A\d{4}-\d+-v1-zh\.pdf$/)
    const bytes = await readFile(await download.path())
    expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  })

  await test.step('the seller signs it with the right password only', async () => {
    await press(text(seller), words.sign.title)
    const dialog = seller.getByRole('dialog')
    expect(await violations(seller, DIALOG)).toEqual([])
    const submit = numbered(words.sign.submit, 1)
    await field(dialog, words.sign.password).fill(`${PASSWORD}!`)
    await press(dialog, submit)
    await expect(dialog.getByText(chinese.problem['password-wrong'])).toBeVisible()
    await field(dialog, words.sign.password).fill(PASSWORD)
    await press(dialog, submit)
    await expect(standing(seller, words.standing['signed-once'])).toBeVisible()
    const again = text(seller).getByRole('button', { name: words.sign.title, exact: true })
    await expect(again).toHaveCount(0)
  })

  await test.step('the buyer is told, and signs it too', async () => {
    await buyer.goto('/')
    await settled(buyer)
    await follow(buyer, new RegExp(`${LOT}.*合同文本第 1 版，待贵单位签署`))
    await expect(buyer).toHaveURL(new RegExp(`${document}$`))
    await sign(buyer, 1, buyerPassword)
    await expect(standing(buyer, words.standing.signed)).toBeVisible()
    await expect(history(buyer).getByRole('listitem').first()).toContainText(words.inForce)
  })

  await test.step('the buyer proposes an amendment, which waits for the seller', async () => {
    await propose(buyer, words.field.paymentTerms, PAYMENT, '约定付款日', '33.33')
    await expect(standing(buyer, words.standing.amendment)).toBeVisible()
    await seller.goto('/work?kind=agreement-to-sign')
    await settled(seller)
    await seller
      .getByRole('region', { name: new RegExp(`^${chinese.work.kind['agreement-to-sign']}`) })
      .getByRole('link')
      .filter({ hasText: LOT })
      .click()
    await expect(seller).toHaveURL(new RegExp(`${document}$`))
    await settled(seller)
    const changes = seller.getByRole('table', { name: numbered(words.amend.changes, 2) })
    await expect(changes).toContainText(PAYMENT)
    await expect(changes).toContainText('33.33')
    await expectUsable(seller)
  })

  await test.step('the seller refuses it, and the version before holds on', async () => {
    await refuse(seller, words.amend.refuse, '付款日过早')
    await expect(standing(seller, words.standing.signed)).toBeVisible()
    await expect(history(seller)).toContainText('付款日过早')
  })

  await test.step('the seller proposes another one, which the buyer signed outside', async () => {
    await propose(seller, words.field.deliverTo, day(55), '延期交付')
    await buyer.goto(document)
    await settled(buyer)
    await press(text(buyer), words.paper.title)
    const dialog = buyer.getByRole('dialog')
    await press(dialog, words.paper.submit)
    await expect(dialog.getByText(chinese.fault.required)).toBeVisible()
    await field(dialog, words.paper.number).fill(EXTERNAL)
    await choose(buyer, dialog.getByRole('button', { name: chinese.files.choose }), SCAN)
    expect(await violations(buyer, DIALOG)).toEqual([])
    await press(dialog, words.paper.submit)
    await expect(dialog).toBeHidden()
    await expect(standing(buyer, words.standing.paper)).toBeVisible()
    await expectUsable(buyer)
  })

  await test.step('the seller reads the scan and confirms it', async () => {
    await seller.goto(document)
    await settled(seller)
    await expect(text(seller)).toContainText(EXTERNAL)
    expect(await bytesOf(seller, text(seller), SCAN)).toEqual(SCAN.buffer)
    await confirm(seller, words.paper.confirm)
    await expect(standing(seller, words.standing.outside)).toBeVisible()
    const changes = words.changesOf.replace('{number}', '3').replace('{before}', '1')
    await expect(history(seller)).toContainText(EXTERNAL)
    await expect(seller.getByRole('table', { name: changes })).toContainText(day(50))
    await expect(seller.getByRole('table', { name: changes })).toContainText(day(55))
    await expectUsable(seller)
  })

  await test.step('an earlier version is read, and leads to the one in force', async () => {
    await history(seller)
      .getByRole('link', { name: numbered(words.versionNumber, 1), exact: true })
      .click()
    await expect(seller).toHaveURL(new RegExp(`${document}\\?version=1$`))
    await expect(seller.getByRole('article')).toContainText(day(50))
    await seller.getByRole('link', { name: numbered(words.toCurrent, 3), exact: true }).click()
    await expect(seller.getByRole('article')).toContainText(day(55))
  })

  await test.step('the agreement itself is changed', async () => {
    await seller.goto(agreement)
    await settled(seller)
    const terms = seller.getByRole('region', { name: chinese.offer.terms, exact: true })
    await expect(terms).toContainText(day(55))
  })

  await refuse(seller, chinese.agreement.cancel, '验证完毕')
  const { cancelled } = chinese.enum.agreementStatus
  await expect(seller.getByText(cancelled, { exact: true })).toBeVisible()
  await seller.goto(`/lots/${lotId}`)
  await settled(seller)
  await confirm(seller, chinese.lot.withdraw)
  const { withdrawn } = chinese.enum.listingStatus
  await expect(seller.getByText(withdrawn, { exact: true })).toBeVisible()
  await Promise.all([seller, buyer].map((page) => page.context().close()))
})
