import { expect, test, type Page } from '@playwright/test'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { pageOf, settled } from '../support'

/**
 * A month between a seller and a buyer: agreed, paid, invoiced, corrected, and the invoice taken
 * back in part. Needs a fresh instance with the demonstration data, whose last month is proposed.
 */
const SELLER = '云岭钢铁'
const RUN = Date.now().toString().slice(-8)
const INVOICE = `26370000${RUN}0001`
const RED_LETTER = `26370000${RUN}0002`

async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  const field = page.getByRole('combobox', { name: label })
  await field.press('ArrowDown')
  await expect(field).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('option', { name: option }).click()
}

async function fill(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).fill(value)
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
}

async function confirm(page: Page, name: string): Promise<void> {
  await press(page, name)
  await page.getByRole('dialog').getByRole('button', { name, exact: true }).click()
}

/** What of a kind waits for the visitor, as the home page lists it. */
const waiting = (page: Page, kind: keyof typeof chinese.work.kind) =>
  page
    .getByRole('region', { name: new RegExp(`^${chinese.work.kind[kind]}`) })
    .getByRole('listitem')
    .getByRole('link')

async function agree(page: Page): Promise<void> {
  await confirm(page, '确认')
  await expect(page.getByRole('heading', { level: 1 }).locator('..')).toContainText('已确认')
}

test('a month is agreed, paid, invoiced and corrected', async ({ browser }) => {
  test.setTimeout(150_000)
  const [seller, buyer] = (await Promise.all(
    ['yunling-trader', 'qingshi-trader'].map(async (login) => (await pageOf(browser, login)).page),
  )) as [Page, Page]

  const number = await test.step('the buyer is asked at home and agrees', async () => {
    await buyer.goto('/')
    await waiting(buyer, 'statement').filter({ hasText: SELLER }).last().click()
    const heading = buyer.getByRole('heading', { level: 1, name: /^对账单 \S+/ })
    const stated = (await heading.innerText()).replace('对账单 ', '')
    await agree(buyer)
    return stated
  })
  const statement = new URL(buyer.url()).pathname

  await test.step('the buyer pays, and an amount that is none is not sent', async () => {
    await buyer.goto('/payments')
    await press(buyer, '登记付款')
    await choose(buyer, '收款方', new RegExp(SELLER))
    await fill(buyer, '银行回单号', `E2E-${RUN}`)
    await fill(buyer, '金额', '12.345')
    await press(buyer, '登记，等对方确认')
    await expect(buyer.getByText('请输入数字，小数位不要过多')).toBeVisible()
    await fill(buyer, '金额', '１２．５')
    await press(buyer, '登记，等对方确认')
    const row = buyer.getByRole('row').filter({ hasText: `E2E-${RUN}` })
    await expect(row).toContainText('12.50')
  })

  await test.step('the seller is asked at home and says that it came', async () => {
    await seller.goto('/')
    await waiting(seller, 'payment').first().click()
    await expect(seller).toHaveURL(/\/payments\?status=recorded$/)
    const row = seller.getByRole('row').filter({ hasText: `E2E-${RUN}` })
    await row.getByRole('button', { name: '确认到账' }).click()
    await seller.getByRole('dialog').getByRole('button', { name: '确认到账' }).click()
    await expect(row).toBeHidden()
  })

  await test.step('the seller enters its invoice of the statement', async () => {
    await seller.goto('/invoices')
    await press(seller, '登记发票')
    await choose(seller, '对账单', new RegExp(number))
    await fill(seller, '发票号码', INVOICE)
    await seller.getByRole('button', { name: '登记发票', exact: true }).last().click()
    await expect(seller.getByRole('row').filter({ hasText: INVOICE })).toBeVisible()
  })

  const lowered = await test.step('the seller corrects a line, and the buyer agrees', async () => {
    await seller.goto(statement)
    await settled(seller)
    await seller.getByRole('button', { name: '更正', exact: true }).first().click()
    const dialog = seller.getByRole('dialog')
    await dialog.getByRole('textbox', { name: '价格', exact: true }).fill('0.5')
    await dialog.getByRole('textbox', { name: '原因', exact: true }).fill('价格录错')
    await dialog.getByRole('button', { name: '提交更正单' }).click()
    await expect(seller).not.toHaveURL(new RegExp(`${statement}$`))
    const heading = seller.getByRole('heading', { level: 1, name: /^对账单 \S+/ })
    await expect(heading).not.toContainText(number)
    await buyer.goto(new URL(seller.url()).pathname)
    await agree(buyer)
    return (await heading.innerText()).replace('对账单 ', '')
  })

  await test.step('a red-letter invoice of the original is proposed for the correction', async () => {
    await seller.goto('/invoices')
    await press(seller, '登记发票')
    await settled(seller)
    await choose(seller, '对账单', new RegExp(lowered))
    await expect(seller.getByRole('textbox', { name: '不含税金额' })).toHaveValue(/^-/)
    await fill(seller, '发票号码', RED_LETTER)
    await seller.getByRole('button', { name: '登记发票', exact: true }).last().click()
    const row = seller.getByRole('row').filter({ hasText: RED_LETTER })
    await expect(row).toContainText(`冲红 ${INVOICE}`)
  })

  await test.step('a deposit is kept only after a question', async () => {
    await seller.goto('/deposits')
    await settled(seller)
    await seller.getByRole('row').getByRole('button', { name: '处理' }).first().click()
    const dialog = seller.getByRole('dialog').filter({ hasText: '处理' }).first()
    await dialog.getByText('扣收', { exact: true }).first().click()
    await dialog.getByRole('textbox', { name: '金额', exact: true }).fill('1x')
    await dialog.getByRole('textbox', { name: '原因', exact: true }).fill('违约')
    await dialog.getByRole('button', { name: '扣收', exact: true }).click()
    await expect(dialog.getByText('请输入数字，小数位不要过多')).toBeVisible()
    await dialog.getByRole('textbox', { name: '金额', exact: true }).fill('1')
    await dialog.getByRole('button', { name: '扣收', exact: true }).click()
    await expect(seller.getByText(/确认扣收保证金 1\.00 元？/)).toBeVisible()
  })

  await test.step('the account of what is due leads to the statement', async () => {
    await seller.goto('/ledger?kind=due')
    await settled(seller)
    await seller
      .getByRole('row')
      .filter({ hasText: /账户 \d+/ })
      .getByRole('link')
      .first()
      .click()
    await settled(seller)
    await seller.getByRole('link', { name: '对账单确认' }).first().click()
    await expect(seller.getByRole('heading', { level: 1, name: /^对账单 \S+/ })).toBeVisible()
  })
  await Promise.all([seller, buyer].map((page) => page.context().close()))
})
