import { expect, test, type Page } from '@playwright/test'
import { pageOf, settled } from '../support'

/**
 * One tonnage from its generation to the rate: what each desk does, seen by each desk. Needs a
 * fresh instance with the demonstration data; the material is one that its receiver never had.
 */
const STREAM = '铁尾矿（干排）'
const MATERIAL = '铁尾矿'
const RECEIVER = '青石湾水泥'
const USE = '水泥熟料生料配料'

const RUN = Date.now().toString(36).toUpperCase()
const LOT = `链条验证货源 ${RUN}`
const DEMAND = `链条验证需求 ${RUN}`
const ORIGIN_TICKET = `S-${RUN}`
const DESTINATION_TICKET = `R-${RUN}`
const MANIFEST = `M-${RUN}`

const GENERATED_T = '120.5'
const OFFERED_T = '100'
const CONSUMED_KG = 25_370
const CONSUMED_T = '25.37'

function kilograms(tonnes: string): number {
  return Math.round(Number(tonnes.replaceAll(',', '').replace('吨', '').trim()) * 1000)
}

/** Opens the list with the keyboard: the library lays its placeholder over the field. */
async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(value)
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** The proven entrusted use of the overview, and the proven rate as it is shown. */
async function proven(page: Page): Promise<{ kg: number; rate: string }> {
  await page.goto('/audit')
  await settled(page)
  const cell = page.getByRole('row', { name: /^委托利用（已证明）/ }).getByRole('link')
  const figure = page.getByRole('group', { name: '综合利用率（利用口径）' })
  return { kg: kilograms(await cell.innerText()), rate: await figure.innerText() }
}

test('a tonnage goes from its stream to the rate, and the rate opens down to its tickets', async ({
  browser,
}) => {
  test.setTimeout(150_000)
  const [producer, producerGate, receiver, receiverGate, auditor] = (await Promise.all(
    ['yunling-trader', 'yunling-gate', 'qingshi-trader', 'qingshi-gate', 'industry-demo'].map(
      async (login) => (await pageOf(browser, login)).page,
    ),
  )) as [Page, Page, Page, Page, Page]

  await test.step('the producer records what was generated', async () => {
    await producer.goto('/streams')
    await producer.getByRole('link', { name: STREAM }).click()
    await press(producer, '记一笔')
    await fill(producer, '数量（吨）', GENERATED_T)
    await press(producer, '记入账本')
    await expect(producer.getByRole('dialog')).toBeHidden()
    await expect(
      producer.getByRole('listitem').filter({ hasText: '产生 → 库存' }).first(),
    ).toContainText(`${GENERATED_T} 吨`)
  })

  await test.step('the producer publishes a lot of it', async () => {
    await press(producer, '发布挂牌')
    await expect(producer.getByRole('heading', { level: 1, name: '发布挂牌' })).toBeVisible()
    await fill(producer, '标题', LOT)
    await fill(producer, '数量（吨）', OFFERED_T)
    await fill(producer, '出厂价', '2')
    await choose(producer, '添加指标', /^水分/)
    await fill(producer, '下限', '6')
    await fill(producer, '上限', '10')
    await press(producer, '发布挂牌')
    await expect(producer.getByRole('heading', { level: 1, name: LOT })).toBeVisible()
  })

  await test.step('the receiver posts a demand and sees the lot, with the reasons', async () => {
    await receiver.goto('/demands/new')
    await settled(receiver)
    await choose(receiver, '可接受的物料', MATERIAL)
    await receiver.getByRole('combobox', { name: '可接受的物料' }).press('Escape')
    await choose(receiver, '用途', USE)
    await fill(receiver, '标题', DEMAND)
    await fill(receiver, '需求量（吨）', OFFERED_T)
    await fill(receiver, '到厂价上限', '60')
    await choose(receiver, '添加指标', /^水分/)
    await fill(receiver, '上限', '12')
    await press(receiver, '发布需求')
    await expect(receiver.getByRole('heading', { level: 1, name: DEMAND })).toBeVisible()

    const match = receiver
      .getByRole('article')
      .filter({ hasText: LOT })
      .filter({ has: receiver.getByRole('list', { name: '匹配理由' }) })
    await expect(async () => {
      await receiver.reload()
      await expect(match).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 20_000 })
    await expect(match).toContainText(/运费.*元\/吨 · .*[\d.]+\s*公里/s)
    await expect(match).toContainText(/到厂价.*元\/吨/s)
    await expect(match.getByRole('list', { name: '匹配理由' })).toContainText('水分')
    await match.getByRole('button', { name: '发出报价' }).click()
  })

  await test.step('the receiver offers, the producer counters, the receiver accepts', async () => {
    await expect(receiver.getByRole('heading', { level: 1, name: '发出报价' })).toBeVisible()
    await fill(receiver, '出厂价', '1')
    await press(receiver, '发出报价')
    await expect(receiver.getByRole('heading', { level: 1, name: `报价：${LOT}` })).toBeVisible()

    await producer.goto('/offers')
    await producer.getByRole('link', { name: LOT }).first().click()
    await press(producer, '还价')
    await fill(producer, '出厂价', '1.5')
    await press(producer, '发出还价')
    await expect(
      producer.getByRole('list', { name: '议价过程' }).getByRole('listitem'),
    ).toHaveCount(2)

    await receiver.goto('/offers')
    await receiver
      .getByRole('row')
      .filter({ hasText: LOT })
      .filter({ hasText: '待我处理' })
      .getByRole('link', { name: LOT })
      .click()
    await confirm(receiver, '接受')
    await expect(receiver.getByRole('heading', { level: 1, name: /^协议 A\d{4}-/ })).toBeVisible()
  })
  const agreement = new URL(receiver.url()).pathname

  const load = await test.step("the producer's gate weighs a load out", async () => {
    await producerGate.goto(agreement)
    await press(producerGate, '发车过磅')
    await settled(producerGate)
    await fill(producerGate, '车牌号', '鲁SD9001')
    await fill(producerGate, '联单号（可选）', MANIFEST)
    await fill(producerGate, '磅单号', ORIGIN_TICKET)
    await fill(producerGate, '毛重', '47300')
    await fill(producerGate, '皮重', '15500')
    await press(producerGate, '确认发车')
    const heading = producerGate.getByRole('heading', { level: 1, name: /^车次 L\d{4}-\d+$/ })
    await expect(heading).toBeVisible()
    return (await heading.innerText()).replace('车次 ', '')
  })

  await test.step("the receiver's gate weighs it in", async () => {
    await receiverGate.goto('/loads?direction=in')
    await receiverGate
      .getByRole('row')
      .filter({ hasText: load })
      .getByRole('link', { name: '收货过磅' })
      .click()
    await settled(receiverGate)
    await fill(receiverGate, '磅单号', DESTINATION_TICKET)
    await fill(receiverGate, '毛重', '47260')
    await fill(receiverGate, '皮重', '15500')
    await press(receiverGate, '确认收货')
    await expect(receiverGate.getByText('已收货')).toBeVisible()
    await expect(receiverGate.getByText(DESTINATION_TICKET)).toBeVisible()
  })

  const before = await test.step('what has arrived is not used yet', () => proven(auditor))

  await test.step('the receiver reports the use of the month', async () => {
    await receiver.goto('/heaps')
    await settled(receiver)
    const month = await receiver.evaluate(() =>
      new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 7),
    )
    await receiver
      .getByRole('region', { name: `${MATERIAL} · ${RECEIVER}厂` })
      .getByRole('link')
      .click()
    await receiver.getByLabel('月份', { exact: true }).fill(month)
    await expect(receiver.getByRole('heading', { name: `填报 ${month}` })).toBeVisible()
    await fill(receiver, '本月消耗（吨）', CONSUMED_T)
    await choose(receiver, '用途', USE)
    await press(receiver, '提交月报')
    await expect(receiver.getByRole('heading', { name: `${month} 月报` })).toBeVisible()
    await expect(receiver.getByRole('row').filter({ hasText: STREAM })).toContainText(CONSUMED_T)
  })

  await test.step('the rate grew by it and opens down to the tickets', async () => {
    const after = await proven(auditor)
    expect(after.kg - before.kg).toBe(CONSUMED_KG)
    expect(after.rate).not.toBe(before.rate)

    await auditor
      .getByRole('row', { name: /^委托利用（已证明）/ })
      .getByRole('link')
      .click()
    await auditor
      .getByRole('row')
      .filter({ hasText: STREAM })
      .filter({ hasText: CONSUMED_T })
      .getByRole('link', { name: '利用月报' })
      .click()
    const row = auditor.getByRole('row').filter({ hasText: load })
    await expect(row).toContainText(ORIGIN_TICKET)
    await expect(row).toContainText(DESTINATION_TICKET)
    await row.getByRole('link', { name: load }).click()
    await expect(auditor.getByRole('heading', { level: 1, name: `车次 ${load}` })).toBeVisible()
    await expect(auditor.getByText(ORIGIN_TICKET).first()).toBeVisible()
    await expect(auditor.getByText(DESTINATION_TICKET).first()).toBeVisible()
    await expect(auditor.getByText(MANIFEST).first()).toBeVisible()
  })
})
