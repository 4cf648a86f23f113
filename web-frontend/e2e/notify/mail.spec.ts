import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { DIALOG, PAGE, violations } from '../axe'
import { producer } from '../firms'
import { pageOf, settled } from '../support'

/**
 * Somebody has what the firm is told sent by mail. There is no mail server here, so the operator
 * reads what was sent; the firm is this spec's own.
 */
const NOW = Date.now()
const ADDRESS = `sales.${NOW}@example.cn`
const FILE = `固废流 ${NOW}.csv`
const SOON_MS = 60_000
const LOOK_MS = 5_000
const NARROW = { width: 390, height: 844 }
const words = chinese.noticeSettings

/** The text of the one mail to that address with such a subject; the list does not follow by itself. */
async function mailed(operator: Page, subject: string): Promise<string> {
  const row = operator.getByRole('row').filter({ hasText: ADDRESS }).filter({ hasText: subject })
  await expect(async () => {
    await operator.goto('/mails')
    await expect(row).toHaveCount(1, { timeout: LOOK_MS })
  }).toPass({ timeout: SOON_MS })
  await row.getByRole('button').click()
  const text = operator.getByRole('dialog').getByRole('group', { name: chinese.mails.text })
  await expect(text).toContainText('http')
  return text.innerText()
}

test('an address counts with the code that was sent there, and a notice arrives', async ({
  browser,
}) => {
  test.setTimeout(180_000)
  const { trader, traderToken } = await producer(browser, {
    name: `邮件通知钢厂 ${NOW}（演示）`,
    site: '一号厂区',
    mark: `mail-${NOW}`,
    password: `mailing-${NOW}`,
  })
  const { page: operator } = await pageOf(browser, 'operator-demo')

  await test.step('a code is sent to the address', async () => {
    await trader.goto('/notice-settings')
    await settled(trader)
    await trader.getByRole('textbox', { name: words.address }).fill(ADDRESS)
    await trader.getByRole('button', { name: words.give }).click()
    await expect(trader.getByText(words.pending.replace('{address}', ADDRESS))).toBeVisible()
    expect(await violations(trader, PAGE)).toEqual([])
  })

  await test.step('the link of the mail brings the code along', async () => {
    const link = /\/notice-settings\?code=\w+/.exec(await mailed(operator, '确认邮箱地址'))?.[0]
    expect(await violations(operator, DIALOG)).toEqual([])
    await trader.goto(String(link))
    await settled(trader)
    await trader.getByRole('button', { name: words.confirm, exact: true }).click()
    await expect(trader.getByText(words.confirmed.replace('{address}', ADDRESS))).toBeVisible()
  })

  await test.step('what is wanted is chosen', async () => {
    const topic = trader.getByRole('radiogroup', { name: words.topic.other })
    await topic.getByText(words.mail['at-once'], { exact: true }).click()
    await expect(topic.getByRole('radio', { name: words.mail['at-once'] })).toBeChecked()
    expect(await violations(trader, PAGE)).toEqual([])
    await trader.setViewportSize(NARROW)
    await trader.waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    )
  })

  await test.step('a notice arrives and leads to what it tells of', async () => {
    const path = `/api/v1/imports?kind=streams&dryRun=true&name=${encodeURIComponent(FILE)}`
    const sent = await trader.request.post(path, {
      data: Buffer.from('name,siteId,materialKey,classCode\r\n流,一号厂区,没有的物料,SW59\r\n'),
      headers: {
        Authorization: `Bearer ${traderToken}`,
        'Idempotency-Key': crypto.randomUUID(),
        'Content-Type': 'text/csv',
      },
    })
    expect(sent.status()).toBe(201)
    const { id } = (await sent.json()) as { id: string }
    const text = await mailed(operator, FILE)
    expect(text).toContain(`/imports/${id}`)
  })
  await operator.context().close()
  await trader.context().close()
})
