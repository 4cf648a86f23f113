import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { pageOf, read, settled, write } from '../support'

/**
 * What fits comes to who looks: a seller publishes, and the page that the buyer has open says so
 * and shows the match. The buyer dismisses it and takes that back.
 */
const RUN = Date.now().toString(36).toUpperCase()
const LOT = `实时匹配货源 ${RUN}`
const DEMAND = `实时匹配需求 ${RUN}`
const MATERIAL = 'steel-slag-tailings'
const SOON_MS = 20_000
const DAY_MS = 86_400_000

interface Named {
  id: string
}

function day(ahead: number): string {
  return new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10)
}

async function siteOf(page: Page, token: string): Promise<string> {
  const { items } = await read<{ items: Named[] }>(page, token, '/sites')
  const [site] = items
  if (!site) throw new Error('The account has no site.')
  return site.id
}

async function demand(page: Page, token: string): Promise<void> {
  await write(page, token, '/demands', {
    siteId: await siteOf(page, token),
    materialKeys: [MATERIAL],
    use: 'road-base',
    title: DEMAND,
    quantityKg: 200_000,
    maxDeliveredYuanPerT: 300,
    neededFrom: day(1),
    neededTo: day(60),
    ranges: [],
  })
}

async function lot(page: Page, token: string): Promise<void> {
  const stream = await write<Named>(page, token, '/streams', {
    siteId: await siteOf(page, token),
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `尾渣 ${RUN}`,
  })
  await write(page, token, '/lots', {
    streamId: stream.id,
    title: LOT,
    saleMethod: 'negotiation',
    quantityKind: 'firm',
    quantityKg: 150_000,
    priceYuanPerT: 5,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(60),
    qualities: [],
  })
}

test('a match comes to the open page, is dismissed and taken back', async ({ browser }) => {
  test.setTimeout(90_000)
  const buyer = await pageOf(browser, 'qingshi-trader')
  const seller = await pageOf(browser, 'yunling-trader')
  await demand(buyer.page, buyer.token)
  await buyer.page.goto('/matches')
  await settled(buyer.page)
  const card = buyer.page.getByRole('article').filter({ hasText: LOT })
  await expect(card).toHaveCount(0)
  let loads = 0
  buyer.page.on('load', () => (loads += 1))

  await lot(seller.page, seller.token)

  await expect(card).toBeVisible({ timeout: SOON_MS })
  await expect(buyer.page.getByRole('button', { name: /^通知，\d+\+? 条未读$/ })).toBeVisible()
  expect(loads, 'the page was not loaded again').toBe(0)

  await buyer.page.getByRole('button', { name: /^通知/ }).click()
  const notices = buyer.page.getByRole('region', { name: chinese.notice.title })
  await expect(notices.getByRole('link', { name: new RegExp(DEMAND) }).first()).toBeVisible()
  await buyer.page.keyboard.press('Escape')
  await expect(notices).toBeHidden()

  await card.getByRole('button', { name: chinese.dismissal.act }).click()
  const dialog = buyer.page.getByRole('dialog')
  await dialog
    .getByRole('radio', { name: new RegExp(`^${chinese.dismissal.reasons.price}`) })
    .check()
  await dialog.getByRole('button', { name: chinese.dismissal.act }).click()
  await expect(card).toHaveCount(0)

  await buyer.page.getByRole('button', { name: /^显示已排除的/ }).click()
  await buyer.page.getByRole('button', { name: `恢复：${LOT}` }).click()
  await expect(card).toBeVisible()
  await buyer.page.context().close()
  await seller.page.context().close()
})
