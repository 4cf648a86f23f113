import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { DIALOG, PAGE, violations } from '../axe'
import { producer } from '../firms'
import { settled } from '../support'

/**
 * A plant has its group company act for it: the group accepts, acts, and is sent back when the plant
 * ends it. Both firms are this spec's own.
 */
const NOW = Date.now()
const NARROW = { width: 390, height: 844 }
const WIDE = { width: 1366, height: 900 }
const GROUP = `代办集团 ${NOW}（演示）`
const PLANT = `委托钢厂 ${NOW}（演示）`
const PASSWORD = `delegation-${NOW}`
const words = chinese.delegation

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

test('a group acts for its plant until the plant ends it', async ({ browser }) => {
  test.setTimeout(180_000)
  const group = await producer(browser, {
    name: GROUP,
    site: '总部',
    mark: `group-${NOW}`,
    password: PASSWORD,
  })
  const plant = await producer(browser, {
    name: PLANT,
    site: '一号厂区',
    mark: `plant-${NOW}`,
    password: PASSWORD,
  })

  const giver = plant.admin
  await giver.goto('/delegations')
  await expect(giver.getByText(words.noneOf.delegator)).toBeVisible()
  await expectUsable(giver)
  await giver.getByRole('button', { name: words.add }).click()
  const dialog = giver.getByRole('dialog')
  await dialog.getByLabel(words.named).fill(GROUP)
  await dialog.getByRole('button', { name: words.find }).click()
  await dialog.getByText(GROUP).click()
  await dialog.getByText(words.scope.trade, { exact: true }).click()
  await dialog.getByLabel(words.password).fill(PASSWORD)
  expect(await violations(giver, DIALOG)).toEqual([])
  await dialog.getByRole('button', { name: words.offer }).click()
  await expect(giver.getByRole('heading', { level: 1, name: GROUP })).toBeVisible()
  await expectUsable(giver)

  const taker = group.admin
  await taker.goto('/work')
  await taker.getByRole('link', { name: PLANT }).click()
  await expectUsable(taker)
  await taker.getByLabel(words.password).fill(PASSWORD)
  await taker.getByRole('button', { name: words.accept, exact: true }).click()
  await expect(taker.getByText(words.works)).toBeVisible()

  await taker.goto('/')
  await taker.getByRole('button', { name: /管理员/ }).click()
  await taker.getByRole('menuitem', { name: words.actFor.replace('{name}', PLANT) }).click()
  const band = taker.getByText(words.acting.replace('{name}', PLANT))
  await expect(band).toBeVisible()
  await taker.goto('/streams')
  await expect(band, 'also after the page was loaded anew').toBeVisible()
  await expectUsable(taker)

  await giver.reload()
  await giver.getByRole('button', { name: words.end }).click()
  const ending = giver.getByRole('dialog')
  await ending.getByLabel(words.reason).fill('改为自行销售')
  await ending.getByRole('button', { name: words.end }).click()
  await expect(giver.getByText(words.status.ended, { exact: true }).first()).toBeVisible()

  await taker.getByRole('link', { name: chinese.nav.lots, exact: true }).first().click()
  await expect(taker.getByText(words.overNow)).toBeVisible()
  await expect(band).toBeHidden()
})
