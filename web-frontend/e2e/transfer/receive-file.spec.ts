import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { PAGE, violations } from '../axe'
import { pageOf, settled } from '../support'

/** Two trucks leave; the receiver's weighbridge exports their tickets; both are received at once. */
const AGREEMENT = /青石湾水泥.*粒化高炉矿渣/
const RUN = Date.now().toString(36).toUpperCase()
const NARROW = { width: 390, height: 844 }

async function dispatched(gate: Page, plate: string): Promise<string> {
  await gate.goto('/loads/new')
  await settled(gate)
  const agreement = gate.getByRole('combobox', { name: '协议' })
  await agreement.press('ArrowDown')
  await gate.getByRole('option', { name: AGREEMENT }).click()
  const fill = (label: string, value: string) =>
    gate.getByRole('textbox', { name: label, exact: true }).fill(value)
  await fill('车牌号', plate)
  await fill('磅单号', `S-${plate}-${RUN}`)
  await fill('毛重', '49000')
  await fill('皮重', '17000')
  await gate.getByRole('button', { name: '确认发车' }).click()
  const heading = gate.getByRole('heading', { level: 1, name: /^车次 L\d{4}-\d+$/ })
  await expect(heading).toBeVisible()
  return (await heading.innerText()).replace('车次 ', '')
}

async function isWhole(page: Page): Promise<void> {
  expect(await violations(page, PAGE)).toEqual([])
  const size = page.viewportSize()
  await page.setViewportSize(NARROW)
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(tooWide).toBe(false)
  expect(await violations(page, PAGE)).toEqual([])
  if (size) await page.setViewportSize(size)
}

test('two loads are received from the file of a weighbridge', async ({ browser }) => {
  test.setTimeout(90_000)
  const [producerGate, receiverGate] = (await Promise.all(
    ['yunling-gate', 'qingshi-gate'].map(async (login) => (await pageOf(browser, login)).page),
  )) as [Page, Page]
  const first = await dispatched(producerGate, '鲁SD9101')
  const second = await dispatched(producerGate, '鲁SD9102')
  const now = await producerGate.evaluate(() =>
    new Date().toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 16),
  )
  const csv = [
    '运单号;磅单号;毛重(吨);皮重(吨);过磅时间',
    `${first};R1-${RUN};48.96;17.02;${now}`,
    `L1999-000001;R3-${RUN};48.96;17.02;${now}`,
    `${second};R2-${RUN};48.02;17.02;${now}`,
  ].join('\r\n')

  await test.step('the file is read and joined with what is on its way', async () => {
    await receiverGate.goto('/loads?direction=in')
    await receiverGate.getByRole('button', { name: '按磅单文件收货' }).click()
    await settled(receiverGate)
    await receiverGate.getByLabel('磅单文件（CSV）').setInputFiles({
      name: '过磅日报.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\uFEFF${csv}`),
    })
    const table = receiverGate.getByRole('table', { name: '“过磅日报.csv”中的磅单' })
    await expect(table.getByRole('row').filter({ hasText: first })).toContainText('31,940 千克')
    await expect(table.getByRole('row').filter({ hasText: second })).toContainText('-1,000 千克')
    await expect(table.getByRole('row').filter({ hasText: 'L1999-000001' })).toContainText('不发送')
    await isWhole(receiverGate)
  })

  await test.step('both are received, and the row that was not can be kept', async () => {
    await receiverGate.getByRole('button', { name: '为 2 车收货' }).click()
    await expect(receiverGate.getByRole('status').filter({ hasText: '完成' })).toHaveText(
      '完成：收货 2 车，未收 1 行',
    )
    const row = receiverGate.getByRole('row').filter({ hasText: second })
    await expect(row).toContainText('实收 31,000 千克')
    await expect(row).toContainText('磅差超出容差')
    await isWhole(receiverGate)
    const download = receiverGate.waitForEvent('download')
    await receiverGate.getByRole('button', { name: '下载未收的行' }).click()
    const kept = readFileSync(await (await download).path(), 'utf8')
    expect(kept).toContain('L1999-000001')
    expect(kept).not.toContain(first)
  })

  await test.step('both stand among the received loads', async () => {
    await receiverGate.goto('/loads?direction=in&status=received')
    for (const load of [first, second]) {
      await expect(receiverGate.getByRole('row').filter({ hasText: load })).toBeVisible()
    }
    await receiverGate.getByRole('link', { name: first, exact: true }).click()
    await expect(receiverGate.getByText(`R1-${RUN}`)).toBeVisible()
  })
  await Promise.all([producerGate, receiverGate].map((page) => page.context().close()))
})
