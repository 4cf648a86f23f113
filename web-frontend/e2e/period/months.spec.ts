import { expect, test } from '@playwright/test'
import { pageOf, settled } from '../support'

const ORGANISATION = '云岭钢铁'
const REASON = '补记月末盘库'

test('an administrator closes a month and an authority reopens it with a reason', async ({
  browser,
}) => {
  const [{ page: admin }, { page: authority }] = await Promise.all([
    pageOf(browser, 'yunling-admin'),
    pageOf(browser, 'industry-demo'),
  ])

  const month = await test.step('the oldest month is closed after a question', async () => {
    await admin.goto('/months')
    await settled(admin)
    const row = admin.getByRole('row').filter({ hasText: '未关账' }).last()
    const button = row.getByRole('button', { name: /^关账 \d{4}-\d{2}$/ })
    const name = await button.innerText()
    const closed = name.replace('关账 ', '')
    await button.click()
    await admin.getByRole('dialog').getByRole('button', { name }).click()
    await expect(admin.getByRole('row').filter({ hasText: closed })).toContainText('已关账')
    return closed
  })

  await test.step('the authority finds it from the organisation and reopens it', async () => {
    await authority.goto('/organisations')
    await settled(authority)
    const organisation = authority.getByRole('row').filter({ hasText: ORGANISATION })
    await organisation.getByRole('link', { name: '月度关账' }).click()
    await settled(authority)
    const row = authority.getByRole('row').filter({ hasText: month })
    await row.getByRole('button', { name: `重开 ${month}` }).click()
    const dialog = authority.getByRole('dialog')
    await expect(dialog.getByRole('button', { name: `重开 ${month}` })).toBeDisabled()
    await dialog.getByRole('textbox', { name: '原因' }).fill(REASON)
    await dialog.getByRole('button', { name: `重开 ${month}` }).click()
    await expect(row).toContainText('未关账')
    await expect(row).toContainText(REASON)
  })

  await test.step('the ledger of the organisation opens from the same page', async () => {
    await authority.goto('/organisations')
    await settled(authority)
    const organisation = authority.getByRole('row').filter({ hasText: ORGANISATION })
    await organisation.getByRole('link', { name: '账本' }).click()
    await expect(authority).toHaveURL(/\/ledger\?organisationId=/)
    await expect(authority.getByRole('link', { name: '库存', exact: true })).toBeVisible()
  })
  await Promise.all([admin, authority].map((page) => page.context().close()))
})
