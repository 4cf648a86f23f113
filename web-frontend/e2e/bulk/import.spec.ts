import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { choose, type Chosen } from '../files'
import { pageOf, read, settled } from '../support'

/**
 * Three streams in a CSV file, one of a material that does not exist: checked, imported, and sent
 * again without being recorded twice.
 */
const RUN = Date.now().toString(36).toUpperCase()
const WRONG = `导入流三 ${RUN}`
const NARROW = { width: 390, height: 844 }
const SOON_MS = 30_000
const words = chinese.bulk

interface Kind {
  key: string
  nameZh: string
}

/** What the exchange calls streams where they are imported. */
async function streamsOf(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Kind[] }>(page, token, '/import-kinds')
  return items.find(({ key }) => key === 'streams')?.nameZh ?? ''
}

async function tableOf(page: Page, token: string): Promise<Chosen> {
  const { items } = await read<{ items: { name: string }[] }>(page, token, '/sites')
  const site = items[0]?.name ?? ''
  const lines = [
    'name,siteId,materialKey,classCode',
    `导入流一 ${RUN},${site},spent-refractory,SW59`,
    `导入流二 ${RUN},${site},spent-refractory,SW59`,
    `${WRONG},${site},没有的物料,SW59`,
  ]
  return {
    name: `固废流 ${RUN}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`),
  }
}

async function chooseTable(page: Page, table: Chosen, kind: string): Promise<void> {
  await page.goto('/imports')
  await settled(page)
  await expect(page.getByRole('combobox', { name: words.kind })).toHaveCount(0)
  await choose(page, page.getByRole('button', { name: words.choose }), table)
  await page.getByRole('combobox', { name: words.kind }).press('ArrowDown')
  await page.getByRole('option', { name: kind, exact: true }).click()
}

type Result = keyof typeof words.result

const figure = (page: Page, result: Result, count: number) =>
  page.getByRole('button', { name: `${words.result[result]} ${count}`, exact: true })

async function ended(page: Page, counts: Partial<Record<Result, number>>): Promise<void> {
  await expect(page.getByText(words.status.ended, { exact: true })).toBeVisible({
    timeout: SOON_MS,
  })
  for (const [result, count] of Object.entries(counts)) {
    await expect(figure(page, result as Result, count)).toBeVisible()
  }
}

async function isWhole(page: Page): Promise<void> {
  await settled(page)
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

test('streams are checked, imported and not recorded twice', async ({ browser }) => {
  test.setTimeout(180_000)
  const { page, token } = await pageOf(browser, 'yunling-trader')
  const table = await tableOf(page, token)
  const streams = await streamsOf(page, token)
  const rows = page.getByRole('table', { name: words.lines }).getByRole('row')

  await test.step('the columns are explained and a template is given', async () => {
    await page.goto('/imports')
    await settled(page)
    const columns = page.getByRole('region', { name: words.columns, exact: true })
    await columns.getByText(streams, { exact: true }).first().click()
    await expect(columns.getByRole('cell', { name: /siteId/ })).toBeVisible()
    await isWhole(page)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: words.template.zh }).click()
    const download = await coming
    expect(download.suggestedFilename()).toBe(`${words.templateName}-zh.xlsx`)
    expect(
      readFileSync(await download.path())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK')
  })

  await test.step('a check says what would become of each line', async () => {
    await chooseTable(page, table, streams)
    await expect(page.getByRole('checkbox', { name: words.dryRun })).toBeChecked()
    await page.getByRole('button', { name: words.check, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: table.name })).toBeVisible()
    await ended(page, { created: 2, refused: 1 })
    await expect(page.getByText(words.checked)).toBeVisible()
    await expect(rows.filter({ hasText: WRONG })).toContainText(words.fault['material-unknown'])
    await isWhole(page)
    await figure(page, 'refused', 1).click()
    await expect(page).toHaveURL(/result=refused/)
    await expect(rows).toHaveCount(2)
    const coming = page.waitForEvent('download')
    await page.getByRole('button', { name: words.saveRefused }).click()
    expect(readFileSync(await (await coming).path(), 'utf8')).toContain(WRONG)
  })

  await test.step('the same file is then imported, without the line that is wrong', async () => {
    await page.getByRole('button', { name: words.importNow }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText(words.importQuestion.replace('{count}', '1'))
    await dialog.getByRole('button', { name: words.importNow }).click()
    await expect(page.getByText(words.asImport, { exact: true })).toBeVisible()
    await ended(page, { created: 2, refused: 1 })
    await figure(page, 'created', 2).click()
    await expect(rows).toHaveCount(3)
    await isWhole(page)
    const name = `导入流一 ${RUN}`
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  })

  await test.step('sent again it records nothing twice', async () => {
    await chooseTable(page, table, streams)
    await page.getByText(words.dryRun, { exact: true }).click()
    await page.getByRole('button', { name: words.import, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: table.name })).toBeVisible()
    await ended(page, { created: 0, ignored: 2, refused: 1 })
    await expect(page.getByRole('button', { name: words.importNow })).toHaveCount(0)
    await page.goto('/imports')
    await settled(page)
    await expect(page.getByRole('link', { name: table.name, exact: true })).toHaveCount(2)
  })
  await page.context().close()
})
