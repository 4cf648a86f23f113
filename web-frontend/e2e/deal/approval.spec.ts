import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { PAGE, violations } from '../axe'
import { producer } from '../firms'
import { pageOf, read, settled, write } from '../support'

/**
 * A firm wants that a second person approves what binds it above a sum. The firm is this spec's own:
 * what its policy forbids, no other spec does.
 */
const NOW = Date.now()
const TITLE = `审批货源 ${NOW}`
/** Nobody in the demonstration asks for it. */
const MATERIAL = 'air-cooled-bf-slag'
const REASON = '先核对付款条件'
const DAY_MS = 86_400_000
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const words = chinese.approval
const policy = chinese.policy.approval

interface Named {
  id: string
}

/** The day so many days after today, on the clock of the exchange. */
const day = (ahead: number) =>
  new Date(Date.now() + ahead * DAY_MS).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

async function confirm(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** What a page shows can be used by everybody, on a narrow screen too. */
async function expectUsable(page: Page): Promise<void> {
  await settled(page)
  expect(await violations(page, PAGE)).toEqual([])
  await page.setViewportSize(NARROW)
  await page.waitForFunction(
    () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
  )
  await page.setViewportSize(WIDE)
}

const tag = (page: Page, status: keyof typeof words.status) =>
  page
    .getByRole('heading', { level: 1, name: words.titleOf.replace('{title}', TITLE), exact: true })
    .locator('..')
    .getByText(words.status[status], { exact: true })

test('an acceptance above the sum is refused, asked for again and approved', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const [{ admin, trader, traderToken, siteId }, { page: buyer, token: buyerToken }] =
    await Promise.all([
      producer(browser, {
        name: `内部审批钢厂 ${NOW}（演示）`,
        site: '一号厂区',
        mark: `approval-${NOW}`,
        password: `approvals-${NOW}`,
      }),
      pageOf(browser, 'qingshi-trader'),
    ])
  const stream = await write<Named>(trader, traderToken, '/streams', {
    siteId,
    materialKey: MATERIAL,
    classCode: 'SW01',
    name: `高炉干渣 ${NOW}`,
  })
  const lot = await write<Named>(trader, traderToken, '/lots', {
    streamId: stream.id,
    title: TITLE,
    saleMethod: 'negotiation',
    quantityKind: 'firm',
    quantityKg: 150_000,
    priceYuanPerT: 8,
    taxIncluded: true,
    availableFrom: day(1),
    availableTo: day(60),
    qualities: [],
  })
  const sites = await read<{ items: Named[] }>(buyer, buyerToken, '/sites')
  const offer = await write<Named>(buyer, buyerToken, '/offers', {
    lotId: lot.id,
    buyerSiteId: sites.items[0]?.id,
    quantityKg: 100_000,
    priceYuanPerT: 8,
    governingScale: 'buyer',
    governingAssay: 'buyer',
    deliverFrom: day(2),
    deliverTo: day(30),
    pollutionTerms: '运输全程苫盖，不遗撒，按约定用途利用。',
  })

  await test.step('the administrator sets the sum', async () => {
    await admin.goto('/members')
    await settled(admin)
    const panel = admin.getByRole('region', { name: policy.title, exact: true })
    await panel.getByText(policy.limited, { exact: true }).click()
    await panel.getByRole('textbox').fill('500')
    await panel.getByRole('button', { name: chinese.action.save, exact: true }).click()
    await expect(panel.getByText(policy.saved, { exact: true })).toBeVisible()
    await expectUsable(admin)
  })

  await test.step('the trader is told that it will wait, and asks', async () => {
    await trader.goto(`/offers/${offer.id}`)
    await expect(trader.getByText(words.neededTitle, { exact: true })).toBeVisible()
    await expect(trader.getByText('800.00')).toBeVisible()
    await expectUsable(trader)
    await confirm(trader, words.askToAccept)
    await expect(tag(trader, 'pending')).toBeVisible()
    await expect(trader.getByRole('button', { name: words.approve, exact: true })).toHaveCount(0)
    await trader.goto(`/offers/${offer.id}`)
    await expect(trader.getByText(words.waitingTitle, { exact: true })).toBeVisible()
    await expectUsable(trader)
  })

  await test.step('the administrator finds it and refuses it with a reason', async () => {
    await admin.goto('/work?kind=approval')
    await admin.getByRole('link', { name: TITLE }).first().click()
    await expect(tag(admin, 'pending')).toBeVisible()
    await expect(admin.getByRole('region', { name: chinese.offer.terms })).toBeVisible()
    await expectUsable(admin)
    await admin.getByRole('button', { name: words.refuse, exact: true }).click()
    const dialog = admin.getByRole('dialog')
    await dialog.getByRole('textbox', { name: words.refuseReason }).fill(REASON)
    await dialog.getByRole('button', { name: words.refuse, exact: true }).click()
    await expect(tag(admin, 'refused')).toBeVisible()
    await expect(admin.getByRole('main').getByText(REASON, { exact: true })).toBeVisible()
  })

  await test.step('asked for again it is approved, and the agreement is made', async () => {
    await trader.reload()
    await confirm(trader, words.askToAccept)
    await expect(tag(trader, 'pending')).toBeVisible()
    await admin.goto('/approvals?status=pending')
    await expectUsable(admin)
    await admin.getByRole('link', { name: TITLE, exact: true }).click()
    await confirm(admin, words.approve)
    const agreement = /^协议 A\d{4}-/
    await expect(admin.getByRole('heading', { level: 1, name: agreement })).toBeVisible()
    await trader.goto('/approvals')
    await expect(trader.getByRole('row').filter({ hasText: words.status.approved })).toHaveCount(1)
    await expect(trader.getByRole('row').filter({ hasText: words.status.refused })).toHaveCount(1)
  })
})
