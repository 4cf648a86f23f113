import { expect, test } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { pageOf, read, settled } from '../support'

const words = chinese.lot
const status = chinese.enum.listingStatus

interface Lots {
  items: { id: string; title: string; delivery?: object }[]
}

test('a lot is copied, priced anew, paused, put back and withdrawn', async ({ browser }) => {
  test.setTimeout(90_000)
  const [{ page: seller, token }, { page: buyer }] = await Promise.all([
    pageOf(browser, 'yunling-trader'),
    pageOf(browser, 'qingshi-trader'),
  ])
  const { items } = await read<Lots>(seller, token, '/lots?status=published')
  const original = items.find(({ delivery }) => !delivery)
  if (!original) throw new Error('the demonstration has no lot of this producer ex works')
  const title = `${original.title} 复制`

  await test.step('the form of a copy is filled in and publishes a lot of its own', async () => {
    await seller.goto(`/lots/${original.id}`)
    await settled(seller)
    await seller.getByRole('button', { name: words.copy }).click()
    await expect(seller).toHaveURL(/copyOf=/)
    await settled(seller)
    const field = seller.getByRole('textbox', { name: words.titleField })
    await expect(field).toHaveValue(original.title)
    await field.fill(title)
    await seller.getByRole('button', { name: words.publish }).click()
    await expect(seller.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await settled(seller)
  })
  const path = new URL(seller.url()).pathname
  expect(path).not.toContain(original.id)

  await test.step('a changed price stands beside the one before', async () => {
    const history = seller.getByRole('figure', { name: chinese.priceHistory.title })
    await expect(history).toHaveCount(0)
    await seller.getByRole('button', { name: chinese.action.edit }).click()
    await settled(seller)
    const field = seller.getByRole('textbox', { name: chinese.enum.priceBasis['ex-works'] })
    await field.fill('-3.5')
    await seller.getByRole('button', { name: chinese.action.save, exact: true }).click()
    await expect(history.getByText('变动 1 次')).toBeVisible()
    await history.getByRole('button', { name: chinese.chart.showTable }).click()
    await expect(history.getByRole('row')).toHaveCount(3)
    await expect(history.getByRole('row').nth(1)).toContainText('-3.50')
    await settled(seller)
  })

  await test.step('while it is paused nobody else sees it', async () => {
    await buyer.goto(path)
    await expect(buyer.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await seller.getByRole('button', { name: words.pause }).click()
    await expect(seller.getByText(words.pausedTitle)).toBeVisible()
    await expect(seller.getByText(status.paused, { exact: true })).toBeVisible()
    await buyer.reload()
    await settled(buyer)
    await expect(buyer.getByRole('heading', { level: 1, name: title })).toHaveCount(0)
    await expect(buyer.getByRole('alert')).toBeVisible()
  })

  await test.step('it comes back and leaves for good', async () => {
    await seller.getByRole('button', { name: words.resume }).click()
    await expect(seller.getByText(words.pausedTitle)).toHaveCount(0)
    await buyer.reload()
    await expect(buyer.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await seller.getByRole('button', { name: words.withdraw }).click()
    await seller.getByRole('dialog').getByRole('button', { name: words.withdraw }).click()
    await expect(seller.getByText(status.withdrawn, { exact: true })).toBeVisible()
    await expect(seller.getByRole('button', { name: words.pause })).toHaveCount(0)
    await expect(seller.getByRole('button', { name: words.copy })).toBeVisible()
  })
  await Promise.all([seller, buyer].map((page) => page.context().close()))
})
