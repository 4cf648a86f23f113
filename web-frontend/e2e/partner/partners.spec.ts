import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { DIALOG, PAGE, violations } from '../axe'
import { producer } from '../firms'
import { pageOf, read, settled, write } from '../support'

/**
 * A plant offers a lot to approved buyers, approves one and then blocks it. The plant is this spec's
 * own, so that nobody else in the demonstration is kept from anything.
 */
const NOW = Date.now()
const TITLE = `转炉OG泥 ${NOW}`
const NUMBER = `安环准入-${NOW}`
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.partner

/** What a page shows can be used by everybody, also on a narrow screen. */
async function expectUsable(page: Page): Promise<void> {
  await settled(page)
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  )
  await page.setViewportSize(WIDE)
}

test('a lot for approved buyers is there while the buyer is approved', async ({ browser }) => {
  test.setTimeout(180_000)
  const plant = await producer(browser, {
    name: `准入名单钢厂 ${NOW}（演示）`,
    site: '一号厂区',
    mark: `partner-${NOW}`,
    password: `partners-${NOW}`,
  })
  const { page: buyer, token } = await pageOf(browser, 'qingshi-trader')
  const me = await read<{ organisation: { id: string; name: string } }>(buyer, token, '/me')
  const stream = await write<{ id: string }>(plant.admin, plant.adminToken, '/streams', {
    siteId: plant.siteId,
    materialKey: 'bof-sludge',
    classCode: 'SW07',
    name: `OG泥 ${NOW}`,
  })
  const today = new Date(NOW + 8 * 3_600_000).toISOString().slice(0, 10)
  const lot = await write<{ id: string }>(plant.trader, plant.traderToken, '/lots', {
    streamId: stream.id,
    title: TITLE,
    saleMethod: 'negotiation',
    quantityKind: 'estimate',
    quantityKg: 500_000,
    priceYuanPerT: 20,
    taxIncluded: true,
    availableFrom: today,
    availableTo: today,
    qualities: [],
    visibility: 'approved-buyers',
  })
  const heading = buyer.getByRole('heading', { level: 1, name: TITLE, exact: true })

  await test.step('nobody else sees it, and its owner sees who does', async () => {
    await buyer.goto(`/lots/${lot.id}`)
    await expect(buyer.getByText(chinese.problem['not-found'])).toBeVisible()
    await plant.trader.goto(`/lots/${lot.id}`)
    await settled(plant.trader)
    await expect(
      plant.trader.getByText(chinese.enum.lotVisibility['approved-buyers'], { exact: true }),
    ).toBeVisible()
  })

  await test.step('the buyer is approved', async () => {
    await plant.admin.goto('/partners')
    await plant.admin.getByLabel(words.named).fill(me.organisation.name)
    await plant.admin.getByRole('button', { name: words.find, exact: true }).click()
    const found = plant.admin.getByRole('search').getByRole('link').first()
    await expect(found).toContainText(me.organisation.name)
    await expectUsable(plant.admin)
    await found.click()
    await expect(plant.admin).toHaveURL(new RegExp(`/partners/${me.organisation.id}$`))
    await expectUsable(plant.admin)
    await plant.admin.getByRole('button', { name: words.approve, exact: true }).click()
    const dialog = plant.admin.getByRole('dialog', { name: words.approve })
    expect(await violations(plant.admin, DIALOG)).toEqual([])
    await dialog.getByRole('textbox', { name: words.number }).fill(NUMBER)
    await dialog.getByRole('button', { name: words.save }).click()
    await expect(plant.admin.getByText(words.state.valid, { exact: true })).toBeVisible()
    await plant.admin.goto('/partners')
    await expect(plant.admin.getByText(NUMBER)).toBeVisible()
    await expectUsable(plant.admin)
    await buyer.goto(`/lots/${lot.id}`)
    await expect(heading).toBeVisible()
    await expect(buyer.getByRole('link', { name: words.decideOn })).toBeVisible()
  })

  await test.step('and blocked', async () => {
    await plant.admin.goto(`/partners/${me.organisation.id}`)
    await plant.admin.getByRole('button', { name: words.block, exact: true }).click()
    const dialog = plant.admin.getByRole('dialog', { name: words.block })
    await dialog.getByRole('textbox', { name: words.reason }).fill('拖欠货款')
    await dialog.getByRole('button', { name: words.save }).click()
    await expect(
      plant.admin.getByText(words.decision.blocked, { exact: true }).first(),
    ).toBeVisible()
    await buyer.goto(`/lots/${lot.id}`)
    await expect(buyer.getByText(chinese.problem['not-found'])).toBeVisible()
  })
})
