import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { pageOf, settled } from '../support'

/** What a firm takes home, and what the page says of it. */
const MADE_MS = 60_000
const words = chinese.export

test('an administrator takes home what the firm owns', async ({ browser }) => {
  test.setTimeout(120_000)
  const { page } = await pageOf(browser, 'bailu-admin')

  await test.step('the page says which tables and columns there are', async () => {
    await page.goto('/export')
    await settled(page)
    const tables = page.getByRole('region', { name: words.tables, exact: true })
    await tables.getByText('loads.csv', { exact: true }).click()
    await expect(tables.getByRole('cell', { name: '发货净重(kg)' })).toBeVisible()
    expect(await violations(page, PAGE)).toEqual([])
  })

  await test.step('the archive is made and kept', async () => {
    const coming = page.waitForEvent('download', { timeout: MADE_MS })
    await page.getByRole('button', { name: words.archive.zh }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^wufei-export-\d{4}-\d{2}-\d{2}\.zip$/)
    const archive = readFileSync(await download.path())
    expect(archive.subarray(0, 2).toString()).toBe('PK')
    expect(archive.length).toBeGreaterThan(1_000)
    await expect(page.getByText(words.saved)).toBeVisible()
  })
})

test('a trader is not offered it', async ({ browser }) => {
  const { page } = await pageOf(browser, 'yunling-trader')
  await page.goto('/')
  await settled(page)
  await expect(page.getByRole('link', { name: words.title, exact: true })).toHaveCount(0)
})
