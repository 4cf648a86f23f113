import { expect, test, type Browser, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { producer } from '../firms'
import { pageOf, settled, write } from '../support'

/**
 * A firm lets an administrator look at lots before they are published. The firm is this spec's own:
 * what its policy forbids, no other spec does.
 */
const NOW = Date.now()
const TITLE = `干渣 ${NOW}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const REASON = '价格与合同不符，请核对'
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.draft
const basis = chinese.enum.priceBasis['ex-works']

/** A firm of this spec's own, with a stream. */
async function firm(browser: Browser): Promise<{ admin: Page; trader: Page }> {
  const { admin, adminToken, trader, siteId } = await producer(browser, {
    name: `草稿审核钢厂 ${NOW}（演示）`,
    site: '一号厂区',
    mark: `draft-${NOW}`,
    password: `drafts-${NOW}`,
  })
  await write(admin, adminToken, '/streams', {
    siteId,
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `高炉干渣 ${NOW}`,
  })
  return { admin, trader }
}

/** The switch follows the exchange, so what it shows is what holds. */
async function turn(admin: Page, on: boolean): Promise<void> {
  await admin.goto('/members')
  await settled(admin)
  const panel = admin.getByRole('region', { name: chinese.policy.title, exact: true })
  await panel.getByText(chinese.policy.lotsReviewed, { exact: true }).click()
  await expect(panel.getByRole('switch')).toBeChecked({ checked: on })
  await expect(panel.getByText(on ? chinese.policy.on : chinese.policy.off)).toBeVisible()
}

const tag = (page: Page, status: keyof typeof words.status) =>
  page
    .getByRole('heading', { level: 1, name: TITLE, exact: true })
    .locator('..')
    .getByText(words.status[status], { exact: true })

/** What a page shows can be used by everybody, in both languages and on a narrow screen. */
async function expectUsable(page: Page): Promise<void> {
  await settled(page)
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  )
  await page.setViewportSize(WIDE)
}

test('a lot is drafted, given back, submitted again and published', async ({ browser }) => {
  test.setTimeout(180_000)
  const { admin, trader } = await firm(browser)

  await test.step('the administrator wants to look at lots', async () => {
    await turn(admin, true)
    expect(await violations(admin, PAGE)).toEqual([])
  })

  await test.step('half a lot is kept', async () => {
    await trader.goto('/lots/new')
    await settled(trader)
    await expect(trader.getByText(words.reviewedNote)).toBeVisible()
    await trader.getByRole('textbox', { name: chinese.lot.titleField }).fill(TITLE)
    await trader.getByRole('textbox', { name: basis }).fill('-3.5')
    await trader.getByRole('button', { name: words.save }).click()
    await expect(trader).toHaveURL(/\/lots\/new\?draftId=/)
    await expectUsable(trader)
  })

  await test.step('it is found among the drafts, gone on with and submitted', async () => {
    await trader.goto('/lots')
    await trader.getByRole('link', { name: words.counted.replace('{count}', '1') }).click()
    const row = trader.getByRole('row').filter({ hasText: TITLE })
    await expect(row).toContainText(words.status.draft)
    await expectUsable(trader)
    await row.getByRole('link', { name: words.write }).click()
    await settled(trader)
    await expect(trader.getByRole('textbox', { name: chinese.lot.titleField })).toHaveValue(TITLE)
    await expect(trader.getByRole('textbox', { name: basis })).toHaveValue('-3.5')
    await trader.getByRole('textbox', { name: chinese.lot.quantityT }).fill('150')
    await trader.getByRole('textbox', { name: chinese.lot.minimumT }).fill('30')
    await trader.getByRole('button', { name: words.submit }).click()
    await expect(tag(trader, 'in-review')).toBeVisible()
    await expect(trader.getByRole('button', { name: words.recall })).toBeVisible()
    await expect(trader.getByRole('button', { name: chinese.lot.publish })).toHaveCount(0)
  })
  const page = new URL(trader.url()).pathname

  await test.step('the administrator gives it back with a reason', async () => {
    await admin.goto('/lots/drafts?status=in-review')
    await admin.getByRole('link', { name: TITLE, exact: true }).click()
    await expect(tag(admin, 'in-review')).toBeVisible()
    const terms = admin.getByRole('region', { name: chinese.offer.terms })
    await expect(terms).toContainText('-3.50')
    await expect(terms).toContainText(chinese.lot.minimum)
    await expectUsable(admin)
    await admin.getByRole('button', { name: words.return, exact: true }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.returnReason }).fill(REASON)
    await dialog.getByRole('button', { name: words.return, exact: true }).click()
    await expect(tag(admin, 'returned')).toBeVisible()
  })

  await test.step('the trader mends it and submits it again', async () => {
    await trader.goto(page)
    await expect(trader.getByRole('main').getByText(REASON, { exact: true })).toBeVisible()
    await trader.getByRole('button', { name: words.write }).click()
    await settled(trader)
    await expect(trader.getByRole('main').getByText(REASON, { exact: true })).toBeVisible()
    await trader.getByRole('textbox', { name: basis }).fill('-2')
    await trader.getByRole('button', { name: words.submit }).click()
    await expect(tag(trader, 'in-review')).toBeVisible()
    await expect(trader.getByRole('main').getByText(REASON, { exact: true })).toHaveCount(0)
  })

  const path = await test.step('the administrator publishes it', async () => {
    await admin.goto(page)
    await expect(tag(admin, 'in-review')).toBeVisible()
    await admin.getByRole('button', { name: chinese.lot.publish }).click()
    await expect(
      admin.getByText(chinese.enum.listingStatus.published, { exact: true }),
    ).toBeVisible()
    return new URL(admin.url()).pathname
  })
  expect(path).toMatch(/^\/lots\/[^/]+$/)

  await test.step('it is on the market, and its draft is no more', async () => {
    const { page: buyer } = await pageOf(browser, 'qingshi-trader')
    await buyer.goto(path)
    await expect(buyer.getByRole('heading', { level: 1, name: TITLE, exact: true })).toBeVisible()
    await buyer.context().close()
    await trader.goto('/lots/drafts')
    await expect(trader.getByText(words.none)).toBeVisible()
    await trader.goto(page)
    await expect(trader.getByText(words.goneTitle)).toBeVisible()
  })

  await test.step('without the policy the trader publishes without being looked at', async () => {
    await turn(admin, false)
    await trader.goto('/lots/new')
    await settled(trader)
    await expect(trader.getByRole('button', { name: chinese.lot.publish })).toBeVisible()
    await expect(trader.getByRole('button', { name: words.submit })).toHaveCount(0)
    await trader.goto(path)
    await trader.getByRole('button', { name: chinese.lot.withdraw }).click()
    await trader.getByRole('dialog').getByRole('button', { name: chinese.lot.withdraw }).click()
    await expect(
      trader.getByText(chinese.enum.listingStatus.withdrawn, { exact: true }),
    ).toBeVisible()
  })
  await Promise.all([admin, trader].map((each) => each.context().close()))
})
