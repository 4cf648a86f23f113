import { expect, test, type Browser, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { choose, type Chosen } from '../files'
import { producer } from '../firms'
import { pageOf, read, settled } from '../support'
import { workbook } from '../xlsx'

/**
 * A month of a plant: twelve streams, what arose of them, what lay there and what is for sale come
 * from one workbook; four lots are negotiated with four buyers and one is put to tender. The plant
 * is this spec's own. The instance under test lets a tender close after a minute.
 */
const NOW = Date.now()
const FIRM = {
  name: `月度演练钢厂 ${NOW}（演示）`,
  site: '一号厂区',
  mark: `month-${NOW}`,
  password: `month-${NOW}`,
}
const DAY_MS = 86_400_000
const SOON_MS = 60_000
const MINUTE_MS = 60_000
const CLOSING_MS = 150_000

/** Material, class, tonnes of the month and tonnes that lay there before. */
const STREAMS: [string, string, number, number][] = [
  ['高炉干渣', 'SW01', 8200, 1500],
  ['转炉钢渣', 'SW01', 12_400, 6000],
  ['精炼渣', 'SW01', 1900, 300],
  ['铁水脱硫渣', 'SW01', 2600, 0],
  ['高炉瓦斯泥', 'SW59', 1400, 200],
  ['高炉出铁场除尘灰', 'SW59', 650, 0],
  ['烧结机尾灰', 'SW59', 900, 120],
  ['转炉OG泥', 'SW07', 1100, 0],
  ['氧化铁皮', 'SW59', 1250.5, 80],
  ['半干法脱硫灰', 'SW59', 780, 400],
  ['废耐火材料', 'SW59', 310, 50],
  ['石灰除尘灰', 'SW59', 420, 0],
]

/** Material, tonnes and price of each lot, and who buys it how. */
const LOTS = [
  { material: '高炉干渣', tonnes: 5000, price: 12, buyer: 'qingshi-trader', course: 'accepted' },
  { material: '精炼渣', tonnes: 1200, price: 6, buyer: 'bailu-admin', course: 'countered' },
  {
    material: '半干法脱硫灰',
    tonnes: 600,
    price: -20,
    buyer: 'hengxing-admin',
    course: 'declined',
  },
  { material: '废耐火材料', tonnes: 200, price: 90, buyer: 'songjian-admin', course: 'accepted' },
] as const

type LotOfMonth = (typeof LOTS)[number]

/** What is put to tender, and what who bids for it; the second one wins. */
const PUT_TO_TENDER = { material: '高炉瓦斯泥', tonnes: 900, price: 40 }
const BIDS = [
  { buyer: 'qingshi-trader', yuan: '41.50' },
  { buyer: 'bailu-admin', yuan: '44.25' },
  { buyer: 'hengxing-admin', yuan: '43.00' },
]
const OFFERED = [...LOTS, PUT_TO_TENDER]

const titleOf = ({ material }: { material: string }) => `${material} 月度货源 ${NOW}`
const streamOf = (material: string) => `${material} ${NOW}`

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(NOW + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** The plant's book of the month as it comes out of its own table program. */
function book(kinds: Map<string, string>): Chosen {
  const year = Number(day(0).slice(0, 4))
  const sheet = (key: string, ...rows: (string | number)[][]) => ({
    name: kinds.get(key) ?? key,
    rows,
  })
  const entries = STREAMS.flatMap(([material, , arose, lay], at) => [
    [`C-${at + 1}`, streamOf(material), '产生量', arose, day(0), '', '月度报表'],
    ...(lay > 0
      ? [[`Q-${at + 1}`, streamOf(material), '期初存量', lay, day(0), year - 1, '月度报表']]
      : []),
  ])
  return {
    name: `月度台账 ${NOW}.xlsx`,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbook([
      sheet(
        'streams',
        ['名称', '厂址', '物料', '类别'],
        ...STREAMS.map(([material, code]) => [streamOf(material), FIRM.site, material, code]),
      ),
      sheet(
        'entries',
        ['单据号', '固废流', '事项', '数量（吨）', '日期', '产生年份', '计量方法'],
        ...entries,
      ),
      sheet(
        'lots',
        [
          '挂牌编号',
          '固废流',
          '标题',
          '数量性质',
          '数量（吨）',
          '单价（元/吨）',
          '含税',
          '可供起',
          '可供止',
        ],
        ...OFFERED.map((lot, at) => [
          `G-${at + 1}`,
          streamOf(lot.material),
          titleOf(lot),
          '确定',
          lot.tonnes,
          lot.price,
          '是',
          day(0),
          day(60),
        ]),
      ),
    ]),
  }
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

const price = (page: Page) =>
  page.getByRole('textbox', { name: chinese.enum.priceBasis['ex-works'], exact: true })

const offered = (page: Page, lot: LotOfMonth) =>
  page.getByRole('heading', {
    level: 1,
    name: chinese.offer.titleOf.replace('{lot}', titleOf(lot)),
  })

const agreed = (page: Page) => page.getByRole('heading', { level: 1, name: /^协议 A\d{4}-/ })

/** Waits for a notice, and goes from the bell to what it is about. */
async function follow(page: Page, notice: RegExp): Promise<void> {
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: /^通知/ }).click()
  const link = page
    .getByRole('region', { name: chinese.notice.title, exact: true })
    .getByRole('link', { name: notice })
  await expect(link.first()).toBeVisible({ timeout: SOON_MS })
  await link.first().click()
  await settled(page)
}

/** A buyer finds the lot by its title and offers for all of it. */
async function offerFor(buyer: Page, lot: LotOfMonth, yuan: number): Promise<void> {
  await buyer.goto('/search/lots')
  await settled(buyer)
  await buyer.getByRole('searchbox').fill(titleOf(lot))
  await buyer.getByRole('searchbox').press('Enter')
  await buyer.getByRole('link', { name: titleOf(lot), exact: true }).click()
  await settled(buyer)
  await press(buyer, chinese.offer.make)
  await expect(buyer.getByRole('heading', { level: 1, name: chinese.offer.make })).toBeVisible()
  await settled(buyer)
  await price(buyer).fill(String(yuan))
  await press(buyer, chinese.offer.send)
  await expect(offered(buyer, lot)).toBeVisible()
}

/** The plant and one buyer come to terms in the way that the lot's course says. */
async function negotiate(seller: Page, buyer: Page, lot: LotOfMonth): Promise<void> {
  const told = new RegExp(`“${titleOf(lot)}”报价`)
  await offerFor(buyer, lot, lot.price - 2)
  await follow(seller, told)
  await expect(offered(seller, lot)).toBeVisible()
  switch (lot.course) {
    case 'accepted':
      await confirm(seller, chinese.offer.accept)
      await expect(agreed(seller)).toBeVisible()
      return
    case 'countered':
      await press(seller, chinese.offer.counter)
      await price(seller).fill(String(lot.price - 1))
      await press(seller, chinese.offer.sendCounter)
      await follow(buyer, new RegExp(`“${titleOf(lot)}”还价`))
      await confirm(buyer, chinese.offer.accept)
      await expect(agreed(buyer)).toBeVisible()
      return
    case 'declined':
      await confirm(seller, chinese.offer.decline)
      await expect(
        seller.getByText(chinese.enum.offerStatus.declined, { exact: true }).first(),
      ).toBeVisible()
      await offerFor(buyer, lot, lot.price)
      await follow(seller, told)
      await confirm(seller, chinese.offer.accept)
      await expect(agreed(seller)).toBeVisible()
  }
}

async function importBook(plant: Page, token: string): Promise<void> {
  const { items } = await read<{ items: { key: string; nameZh: string }[] }>(
    plant,
    token,
    '/import-kinds',
  )
  const file = book(new Map(items.map(({ key, nameZh }) => [key, nameZh])))
  const words = chinese.bulk
  await plant.goto('/imports')
  await settled(plant)
  await choose(plant, plant.getByRole('button', { name: words.choose }), file)
  await press(plant, words.check)
  await expect(plant.getByRole('heading', { level: 1, name: file.name })).toBeVisible()
  const ended = plant.getByText(words.status.ended, { exact: true })
  await expect(ended).toBeVisible({ timeout: SOON_MS })
  await expect(
    plant.getByRole('button', { name: `${words.result.refused} 0`, exact: true }),
  ).toBeVisible()
  await press(plant, words.importNow)
  await expect(plant.getByText(words.asImport, { exact: true })).toBeVisible()
  await expect(ended).toBeVisible({ timeout: SOON_MS })
  const lying = STREAMS.filter(([, , , lay]) => lay > 0).length
  const lines = STREAMS.length * 2 + lying + OFFERED.length
  await expect(
    plant.getByRole('button', { name: `${words.result.created} ${lines}`, exact: true }),
  ).toBeVisible()
}

/** The first whole minute that is a minute away, as a field for a time takes it. */
function soon(): string {
  const at = new Date(Math.ceil(Date.now() / MINUTE_MS + 1) * MINUTE_MS)
  return at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).replace(' ', 'T').slice(0, 16)
}

const tenderTag = (page: Page, status: keyof typeof chinese.enum.tenderStatus) =>
  page
    .getByRole('heading', { level: 1 })
    .locator('..')
    .getByText(chinese.enum.tenderStatus[status], { exact: true })

/** The plant invites bids for a lot until a minute from now; says where. */
async function invite(plant: Page): Promise<string> {
  const words = chinese.tender
  await plant.goto('/lots')
  await settled(plant)
  await plant.getByRole('link', { name: titleOf(PUT_TO_TENDER), exact: true }).click()
  await settled(plant)
  await press(plant, words.start)
  await settled(plant)
  await plant.getByRole('textbox', { name: words.minimumPrice, exact: true }).fill('40')
  await plant.getByRole('textbox', { name: words.minimumBidders, exact: true }).fill('3')
  await plant.getByLabel(words.closesAt, { exact: true }).fill(soon())
  await press(plant, words.publish)
  await expect(tenderTag(plant, 'open')).toBeVisible()
  return new URL(plant.url()).pathname
}

async function seal(buyer: Page, path: string, yuan: string): Promise<void> {
  const words = chinese.tender.bid
  await buyer.goto(path)
  await settled(buyer)
  await press(buyer, words.make)
  await settled(buyer)
  const label = words.priceAt.replace('{basis}', chinese.enum.priceBasis['ex-works'])
  await buyer.getByRole('textbox', { name: label, exact: true }).fill(yuan)
  await press(buyer, words.seal)
  await press(buyer, words.send)
  await expect(
    buyer.getByText(chinese.enum.bidStatus.sealed, { exact: true }).first(),
  ).toBeVisible()
}

/** Sealed before the closing, opened after it, and given to who bid most. */
async function holdTender(plant: Page, bidders: { page: Page; yuan: string }[]): Promise<void> {
  const words = chinese.tender
  const path = await invite(plant)
  await Promise.all(bidders.map(({ page, yuan }) => seal(page, path, yuan)))
  for (const { page } of bidders) {
    await expect(tenderTag(page, 'opening')).toBeVisible({ timeout: CLOSING_MS })
    await confirm(page, words.open.act)
    await expect(
      page.getByText(chinese.enum.bidStatus.opened, { exact: true }).first(),
    ).toBeVisible()
  }
  await plant.goto(path)
  await settled(plant)
  await expect(tenderTag(plant, 'awarding')).toBeVisible()
  const bids = plant.getByRole('region', { name: words.bids.title, exact: true })
  for (const { yuan } of bidders) await expect(bids).toContainText(yuan)
  await expect(plant.getByText(words.proof.all.replace('{count}', '3'))).toBeVisible()
  expect(await violations(plant, PAGE)).toEqual([])
  await confirm(plant, words.award.act)
  await expect(tenderTag(plant, 'awarded')).toBeVisible()
  await plant.getByRole('link', { name: words.award.agreement }).click()
  await expect(agreed(plant)).toBeVisible()
  await expect(plant.getByText('44.25', { exact: false }).first()).toBeVisible()
}

async function buyersOf(browser: Browser): Promise<Map<string, Page>> {
  const pages = new Map<string, Page>()
  for (const { buyer } of LOTS) pages.set(buyer, (await pageOf(browser, buyer)).page)
  return pages
}

test('a month of a plant is loaded, published, negotiated, put to tender and agreed', async ({
  browser,
}) => {
  test.setTimeout(480_000)
  const { admin, trader: plant, traderToken } = await producer(browser, FIRM)
  const buyers = await buyersOf(browser)
  const pageFor = (login: string): Page => {
    const page = buyers.get(login)
    if (!page) throw new Error(`nobody signed in as ${login}`)
    return page
  }

  await test.step('one workbook brings twelve streams, their month and the lots', async () => {
    await importBook(plant, traderToken)
    await plant.goto('/streams')
    await settled(plant)
    for (const [material] of STREAMS) {
      await expect(plant.getByRole('link', { name: streamOf(material), exact: true })).toBeVisible()
    }
    await plant.goto('/lots')
    await settled(plant)
    for (const lot of OFFERED) {
      await expect(plant.getByRole('link', { name: titleOf(lot), exact: true })).toBeVisible()
    }
  })

  for (const lot of LOTS) {
    await test.step(`${lot.material} goes to ${lot.buyer}: ${lot.course}`, async () => {
      await negotiate(plant, pageFor(lot.buyer), lot)
    })
  }

  await test.step('one lot is put to tender, and goes to who bid most', async () => {
    await holdTender(
      plant,
      BIDS.map(({ buyer, yuan }) => ({ page: pageFor(buyer), yuan })),
    )
  })

  await test.step('the plant reads five agreements, and nothing is left of what was sold', async () => {
    await plant.goto('/agreements')
    await settled(plant)
    const rows = plant.getByRole('table', { name: chinese.agreement.title }).getByRole('row')
    await expect(rows).toHaveCount(OFFERED.length + 1)
    expect(await violations(plant, PAGE)).toEqual([])
  })
  await Promise.all([admin, plant, ...buyers.values()].map((page) => page.context().close()))
})
