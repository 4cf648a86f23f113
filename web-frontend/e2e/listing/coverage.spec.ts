import { expect, test } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { pageOf, settled } from '../support'

/** What is made of this stream does not enter other specs' sums. */
const STREAM = '转炉污泥（OG泥）'
const TITLE = `污泥 ${Date.now()}`
const profile = chinese.generationProfile
const words = chinese.coverage

test('a lot beyond stock and expected generation says so, to its seller before it is published', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const [{ page }, { page: buyer }] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
  ])

  await test.step('the year is spread over its months', async () => {
    await page.goto('/streams')
    await page.getByRole('link', { name: STREAM, exact: true }).click()
    await settled(page)
    const panel = page.getByRole('region', { name: profile.title, exact: true })
    await panel.getByRole('button', { name: profile.change }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox', { name: profile.yearT }).fill('1200')
    await dialog.getByRole('button', { name: profile.fill }).click()
    await expect(dialog.getByRole('textbox', { name: '2月', exact: true })).toHaveValue('100')
    await dialog.getByRole('textbox', { name: '2月', exact: true }).fill('40')
    await expect(dialog.getByRole('status')).toContainText('1,140')
    await dialog.getByRole('button', { name: profile.submit }).click()
    await expect(dialog).toBeHidden()
    await expect(panel.getByText('1,140', { exact: false }).first()).toBeVisible()
  })

  await test.step('what is typed is set against it', async () => {
    await page.getByRole('button', { name: chinese.lot.publish }).click()
    await settled(page)
    await page.getByRole('textbox', { name: chinese.lot.titleField }).fill(TITLE)
    await page.getByRole('textbox', { name: chinese.enum.priceBasis['ex-works'] }).fill('-12')
    const quantity = page.getByRole('textbox', { name: chinese.lot.quantityT })
    await quantity.fill('1')
    await expect(page.getByText(words.enough)).toBeVisible()
    await quantity.fill('90000')
    await expect(page.getByText(words.willReadBeyond)).toBeVisible()
    await page.getByRole('button', { name: chinese.lot.publish }).click()
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  })

  await test.step('its owner reads the figures, a buyer only that it is so', async () => {
    await settled(page)
    await expect(page.getByText(words.beyondTitle)).toBeVisible()
    await expect(page.getByRole('region', { name: words.title, exact: true })).toBeVisible()
    await buyer.goto(new URL(page.url()).pathname)
    await settled(buyer)
    await expect(buyer.getByText(words.beyondTitle)).toBeVisible()
    await expect(buyer.getByRole('region', { name: words.title, exact: true })).toHaveCount(0)
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await buyer.goto(`/offers/new?lotId=${id}`)
    await settled(buyer)
    await expect(buyer.getByText(words.beyondTitle)).toBeVisible()
  })

  await page.getByRole('button', { name: chinese.lot.withdraw }).click()
  await page.getByRole('dialog').getByRole('button', { name: chinese.lot.withdraw }).click()
  await expect(page.getByText(chinese.enum.listingStatus.withdrawn, { exact: true })).toBeVisible()
  await Promise.all([page, buyer].map((each) => each.context().close()))
})
