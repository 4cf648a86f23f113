import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { DIALOG, violations } from '../axe'
import { pageOf, settled } from '../support'

/** A stream of the demonstration that has no report yet. */
const SLUDGE = '转炉污泥（OG泥）'
const REPORT = `ZJ-${Date.now()}`
const words = chinese.qualityReport
const NARROW = { width: 390, height: 844 }

const line = (n: number, what: string) =>
  words.rowLabel.replace('{n}', String(n)).replace('{what}', what)

/** The list of the line that was chosen in before may still be closing, and has the same options. */
async function choose(page: Page, n: number, parameter: string): Promise<void> {
  const name = line(n, words.parameter)
  await page.getByRole('dialog').getByRole('combobox', { name }).press('ArrowDown')
  await page
    .getByRole('listbox', { name })
    .getByRole('option', { name: new RegExp(parameter) })
    .click()
}

/** The day so many days before today, on the clock of the exchange. */
const daysAgo = (days: number) =>
  new Date(Date.now() - days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  })

test('a report is recorded, taken into a lot, read by a buyer and withdrawn', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const [{ page }, { page: buyer }] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
  ])
  await page.goto('/streams')
  await page.getByRole('link', { name: SLUDGE, exact: true }).click()
  await settled(page)
  const stream = page.url()
  const report = page.getByRole('listitem').filter({ hasText: REPORT })

  await test.step('what is typed wrong is said at its field', async () => {
    await expect(page.getByText(words.none)).toBeVisible()
    await page.getByRole('button', { name: words.record }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.laboratory }).fill('齐鲁冶金检测站')
    await dialog.getByRole('textbox', { name: words.number }).fill(REPORT)
    await dialog.getByRole('textbox', { name: words.sampledOn }).fill(daysAgo(3))
    await dialog.getByRole('textbox', { name: words.reportedOn }).fill(daysAgo(5))
    await choose(page, 1, '全铁')
    await dialog.getByRole('textbox', { name: line(1, words.min) }).fill('52.5')
    await dialog.getByRole('textbox', { name: line(1, words.max) }).fill('50')
    await dialog.getByRole('button', { name: words.submit }).click()
    await expect(dialog.getByText(chinese.fault['reported-before-sampled'])).toBeVisible()
    await expect(dialog.getByText(chinese.fault['value-reversed'])).toBeVisible()
    await page.setViewportSize(NARROW)
    expect(await violations(page, DIALOG)).toEqual([])
  })

  await test.step('put right, it stands on the page', async () => {
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.reportedOn }).fill(daysAgo(1))
    await dialog.getByRole('textbox', { name: line(1, words.max) }).fill('54')
    await dialog.getByRole('button', { name: chinese.range.add }).click()
    await choose(page, 2, '水分')
    await dialog.getByRole('textbox', { name: line(2, words.min) }).fill('26.5')
    await dialog.getByRole('button', { name: words.submit }).click()
    await expect(dialog).toBeHidden()
    await expect(report).toContainText('52.5')
    await expect(report).toContainText('26.5')
    await expect(report).toContainText(chinese.enum.qualityReportStatus.current)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth)
    expect(wide).toBe(false)
    await page.setViewportSize({ width: 1280, height: 900 })
  })

  const lot = await test.step('a lot takes its values, and a buyer reads the report', async () => {
    await page.getByRole('button', { name: chinese.lot.publish }).click()
    await settled(page)
    await page
      .getByRole('button', {
        name: words.take.replace('{date}', daysAgo(3)).replace('{number}', REPORT),
      })
      .click()
    await page.getByRole('textbox', { name: chinese.lot.titleField }).fill(`污泥 ${REPORT}`)
    await page.getByRole('textbox', { name: chinese.lot.quantityT }).fill('20')
    await page.getByRole('textbox', { name: chinese.enum.priceBasis['ex-works'] }).fill('-12')
    await page.getByRole('button', { name: chinese.lot.publish }).click()
    await expect(page.getByRole('heading', { level: 1, name: `污泥 ${REPORT}` })).toBeVisible()
    await buyer.goto(new URL(page.url()).pathname)
    await settled(buyer)
    const shown = buyer.getByRole('list', { name: words.ofLot }).getByRole('listitem')
    await expect(shown).toHaveCount(1)
    await expect(shown).toContainText(REPORT)
    await expect(shown).toContainText('26.5')
    return page.url()
  })

  await test.step('withdrawn, it says why and is shown to nobody else', async () => {
    await page.goto(stream)
    await settled(page)
    await report.getByRole('button', { name: words.withdraw }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill('样品混批')
    await dialog.getByRole('button', { name: words.withdraw }).click()
    await expect(report).toContainText('样品混批')
    await expect(report).toContainText(chinese.enum.qualityReportStatus.withdrawn)
    await expect(report.getByRole('button')).toHaveCount(0)
    await buyer.reload()
    await settled(buyer)
    await expect(buyer.getByRole('list', { name: words.ofLot })).toHaveCount(0)
  })

  await test.step('one that reaches a threshold of the hazard gate says what it holds', async () => {
    const number = `${REPORT}-PH`
    await page.getByRole('button', { name: words.record }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.laboratory }).fill('齐鲁冶金检测站')
    await dialog.getByRole('textbox', { name: words.number }).fill(number)
    await choose(page, 1, 'pH')
    await dialog.getByRole('textbox', { name: line(1, words.min) }).fill('12.6')
    await dialog.getByRole('button', { name: words.submit }).click()
    await expect(dialog).toBeHidden()
    const caustic = page.getByRole('listitem').filter({ hasText: number })
    await expect(caustic).toContainText(words.holds)
    await expect(caustic).toContainText('12.5')
    await caustic.getByRole('button', { name: words.withdraw }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('样品混批')
    await page.getByRole('dialog').getByRole('button', { name: words.withdraw }).click()
    await expect(caustic).toContainText(chinese.enum.qualityReportStatus.withdrawn)
    await expect(caustic.getByText(words.holds)).toHaveCount(0)
  })

  await page.goto(lot)
  await settled(page)
  await page.getByRole('button', { name: chinese.lot.withdraw }).click()
  await page.getByRole('dialog').getByRole('button', { name: chinese.lot.withdraw }).click()
  await expect(page.getByText(chinese.enum.listingStatus.withdrawn, { exact: true })).toBeVisible()
  await Promise.all([page, buyer].map((each) => each.context().close()))
})

test('the course of a parameter is drawn and can be read as a table', async ({ browser }) => {
  const { page } = await pageOf(browser, 'yunling-trader')
  await page.goto('/streams')
  await page.getByRole('link', { name: '1号高炉水渣', exact: true }).click()
  await settled(page)
  const trend = page.getByRole('figure', { name: words.trend })
  await expect(trend.getByRole('img', { name: /6 次检测/ })).toBeVisible()

  await page.getByRole('combobox', { name: words.parameter }).press('ArrowDown')
  await page.getByRole('option', { name: /玻璃体/ }).click()
  await trend.getByRole('button', { name: chinese.chart.showTable }).click()

  await expect(trend.getByRole('row')).toHaveCount(7)
  await expect(trend.getByRole('row').nth(1)).toContainText('ZJ-GBFS-')
  await page.context().close()
})
