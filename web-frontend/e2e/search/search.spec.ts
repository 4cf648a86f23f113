import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { pageOf, settled } from '../support'

const words = chinese.search
const results = (page: Page) => page.getByRole('region', { name: words.results, exact: true })
const count = (page: Page) => results(page).getByRole('status').first()

test('filters stand in the address, can be taken back, and show the same in every view', async ({
  browser,
}) => {
  const { page } = await pageOf(browser, 'qingshi-trader')
  await page.goto('/search/lots')
  await settled(page)
  const all = await count(page).innerText()

  const material = page.getByRole('group').filter({ hasText: chinese.stream.material }).first()
  await material.getByRole('checkbox').first().check()
  await expect(page).toHaveURL(/material=/)
  await settled(page)
  const some = await count(page).innerText()
  expect(some).not.toBe(all)
  await page.reload()
  await settled(page)
  await expect(count(page)).toHaveText(some)

  await page.getByRole('button', { name: words.views.table }).click()
  await expect(page.getByRole('table', { name: words.results })).toBeVisible()
  await expect(count(page)).toHaveText(some)
  await page.getByRole('button', { name: words.views.map }).click()
  await expect(page.getByRole('img', { name: words.mapLabel })).toBeVisible()
  await expect(
    page.getByRole('list', { name: words.places }).getByRole('listitem'),
  ).not.toHaveCount(0)
  await page.goBack()
  await page.goBack()
  await settled(page)
  await page.goBack()
  await settled(page)
  await expect(page).not.toHaveURL(/material=/)
  await expect(material.getByRole('checkbox').first()).not.toBeChecked()
  // Other specs publish lots meanwhile, so there may be more than before.
  await expect(count(page)).not.toHaveText(some)
  await page.context().close()
})

test('a search that finds nothing says what to loosen, and does it', async ({ browser }) => {
  const { page } = await pageOf(browser, 'qingshi-trader')
  await page.goto('/search/lots?minQuantityKg=900000000000')
  await settled(page)
  await expect(page.getByText(words.loosen)).toBeVisible()
  await page.getByRole('button', { name: /^改为/ }).first().click()
  // Other specs may have published one as large.
  await expect(count(page)).toHaveText(/^共 [1-9]\d* 条$/)
  await page.context().close()
})

test('lots are compared side by side, and a search is kept', async ({ browser }) => {
  const { page } = await pageOf(browser, 'qingshi-trader')
  await page.goto('/search/lots')
  await settled(page)
  const boxes = results(page).getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('link', { name: words.compare.go, exact: true }).click()
  await settled(page)
  await expect(page.getByRole('columnheader')).toHaveCount(2)
  await expect(page.getByText(words.compare.best).first()).toBeVisible()

  const name = `e2e ${Date.now()}`
  await page.goto('/search/lots?quality=moisture:..20:wet')
  await settled(page)
  await page.getByRole('button', { name: words.saved.save }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(name)
  await dialog.getByRole('button', { name: words.saved.save }).click()
  await expect(dialog).toHaveCount(0)
  await page.goto('/search/saved')
  await settled(page)
  await page.getByRole('link', { name }).click()
  await expect(page).toHaveURL(/quality=moisture/)
  await page.goto('/search/saved')
  const row = page.getByRole('listitem').filter({ hasText: name })
  await row.getByRole('button', { name: chinese.action.remove }).click()
  await page.getByRole('dialog').getByRole('button', { name: chinese.action.remove }).click()
  await expect(row).toHaveCount(0)
  await page.context().close()
})
