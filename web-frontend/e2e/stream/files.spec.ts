import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { DIALOG, PAGE, violations } from '../axe'
import { bytesOf, choose, downloadOf } from '../files'
import { pageOf, read, settled, write } from '../support'

/**
 * A laboratory's paper goes with its report: attached when the report is recorded, added to, and
 * read by a buyer on the page of a lot. The stream is made here and has a material that nobody
 * wants, so that no other spec sees its lot.
 */
const RUN = Date.now().toString(36).toUpperCase()
const REPORT = `FJ-${RUN}`
const MATERIAL = 'spent-refractory'
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const words = chinese.qualityReport
const { files, problem } = chinese

const PAPER = {
  name: '检测报告 第1页.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.4\n% ${RUN}\n%%EOF\n`),
}
const PHOTO = {
  name: '报告照片.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
/** Its name says PDF, its content does not. */
const TEXT = { name: '化验单.pdf', mimeType: 'application/pdf', buffer: Buffer.from('全铁 52.5') }
const SHEET = { name: '数据.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK') }

interface Named {
  id: string
}

const day = (ahead: number) => new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10)

async function streamOf(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Named[] }>(page, token, '/sites')
  const stream = await write<Named>(page, token, '/streams', {
    siteId: items[0]?.id,
    materialKey: MATERIAL,
    classCode: 'SW59',
    name: `废耐材 ${RUN}`,
  })
  return stream.id
}

async function lotOf(page: Page, token: string, streamId: string): Promise<string> {
  const lot = await write<Named>(page, token, '/lots', {
    streamId,
    title: `废耐材货源 ${RUN}`,
    saleMethod: 'negotiation',
    quantityKind: 'firm',
    quantityKg: 20_000,
    priceYuanPerT: 5,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(60),
    qualities: [],
  })
  return lot.id
}

async function chooseParameter(page: Page, parameter: string): Promise<void> {
  const name = words.rowLabel.replace('{n}', '1').replace('{what}', words.parameter)
  await page.getByRole('dialog').getByRole('combobox', { name }).press('ArrowDown')
  await page
    .getByRole('listbox', { name })
    .getByRole('option', { name: new RegExp(parameter) })
    .click()
}

test('a report is recorded with its paper, which comes back as it was sent', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const [{ page, token }, { page: buyer }] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
  ])
  const streamId = await streamOf(page, token)
  await page.goto(`/streams/${streamId}`)
  await settled(page)
  const report = page.getByRole('listitem').filter({ hasText: REPORT })
  const dialog = page.getByRole('dialog')

  await test.step('what cannot be a report is not taken into the form', async () => {
    await page.getByRole('button', { name: words.record }).click()
    await dialog.getByRole('textbox', { name: words.laboratory }).fill('齐鲁冶金检测站')
    await dialog.getByRole('textbox', { name: words.number }).fill(REPORT)
    await chooseParameter(page, '水分')
    const min = words.rowLabel.replace('{n}', '1').replace('{what}', words.min)
    await dialog.getByRole('textbox', { name: min }).fill('1.5')
    const button = dialog.getByRole('button', { name: files.choose })
    await choose(page, button, PAPER, PHOTO, TEXT, SHEET)
    const list = dialog.getByRole('list', { name: files.title })
    await expect(list.getByRole('listitem')).toHaveCount(3)
    await expect(dialog.getByRole('alert')).toHaveText(
      files.unfit.replace('{name}', SHEET.name).replace('{reason}', problem['file-kind-unknown']),
    )
    await list
      .getByRole('button', { name: files.remove.replace('{name}', PHOTO.name), exact: true })
      .click()
    await expect(list.getByRole('listitem')).toHaveCount(2)
    expect(await violations(page, DIALOG)).toEqual([])
    await page.setViewportSize(NARROW)
    expect(await violations(page, DIALOG)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('the report stands even if one of its files is refused', async () => {
    await dialog.getByRole('button', { name: words.submit }).click()
    await expect(dialog.getByText(words.filesLeft.replace('{number}', REPORT))).toBeVisible()
    const sent = dialog.getByRole('list', { name: files.title }).getByRole('listitem')
    await expect(sent.filter({ hasText: PAPER.name })).toContainText(files.state.attached)
    const refused = sent.filter({ hasText: TEXT.name })
    await expect(refused).toContainText(files.state.failed)
    await expect(refused).toContainText(problem['file-kind-unknown'])
    await expect(dialog.getByRole('button', { name: files.again })).toHaveCount(0)
    expect(await violations(page, DIALOG)).toEqual([])
    await dialog.getByRole('button', { name: chinese.action.close, exact: true }).click()
    await expect(dialog).toBeHidden()
    await expect(report).toHaveCount(1)
    await expect(downloadOf(report, PAPER)).toBeVisible()
    await expect(downloadOf(report, TEXT)).toHaveCount(0)
  })

  await test.step('it comes back as it was sent', async () => {
    expect(await bytesOf(page, report, PAPER)).toEqual(PAPER.buffer)
  })

  await test.step('another file is added, once', async () => {
    const button = report.getByRole('button', { name: files.attach })
    await choose(page, button, PHOTO)
    await expect(page.getByText(files.attached.replace('{count}', '1'))).toBeVisible()
    await expect(downloadOf(report, PHOTO)).toBeVisible()
    await choose(page, button, PHOTO)
    await expect(report.getByRole('alert')).toContainText(problem['file-attached-already'])
    await choose(page, button, TEXT)
    await expect(report.getByRole('alert')).toContainText(problem['file-kind-unknown'])
    await settled(page)
    expect(await violations(page, PAGE)).toEqual([])
    await page.setViewportSize(NARROW)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  await test.step('a buyer reads it on the page of a lot', async () => {
    const lot = `/lots/${await lotOf(page, token, streamId)}`
    await buyer.goto(lot)
    await settled(buyer)
    const shown = buyer.getByRole('list', { name: words.ofLot })
    expect(await bytesOf(buyer, shown, PHOTO)).toEqual(PHOTO.buffer)
    await expect(shown.getByRole('button', { name: files.attach })).toHaveCount(0)
    await page.goto(lot)
    await settled(page)
    await page.getByRole('button', { name: chinese.lot.withdraw }).click()
    await dialog.getByRole('button', { name: chinese.lot.withdraw }).click()
    await expect(
      page.getByText(chinese.enum.listingStatus.withdrawn, { exact: true }),
    ).toBeVisible()
  })

  await Promise.all([page, buyer].map((each) => each.context().close()))
})
