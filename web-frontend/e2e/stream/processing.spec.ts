import { expect, test } from '@playwright/test'
import { DIALOG, violations } from '../axe'
import { pageOf, settled } from '../support'

/** Converter slag becomes tail slag and recovered iron, as the plant's trader enters it. */
const SLAG = '转炉钢渣'
const TAIL = '钢渣尾渣'
const NARROW = { width: 390, height: 844 }

test('a processing is entered with its balance and read in the story', async ({ browser }) => {
  const { page } = await pageOf(browser, 'yunling-trader')
  await page.goto('/streams')
  await page.getByRole('link', { name: SLAG, exact: true }).click()
  await settled(page)
  await page.getByRole('button', { name: '加工', exact: true }).click()
  const dialog = page.getByRole('dialog')
  const balance = dialog.getByRole('status', { name: '投入与产出' })

  await dialog.getByRole('textbox', { name: '投入，第 1 行：数量（吨）' }).fill('100')
  const output = dialog.getByRole('combobox', { name: '产出（仍是固废），第 1 行：固废流' })
  await output.press('ArrowDown')
  await page.getByRole('option', { name: TAIL, exact: true }).click()
  await dialog.getByRole('textbox', { name: '产出（仍是固废），第 1 行：数量（吨）' }).fill('70.5')
  await dialog
    .getByRole('textbox', { name: '回收产品（不再是固废），第 1 行：产品名称' })
    .fill('渣钢')
  await dialog
    .getByRole('textbox', { name: '回收产品（不再是固废），第 1 行：数量（吨）' })
    .fill('25')

  await expect(balance).toContainText('4.5 吨')
  await page.setViewportSize(NARROW)
  expect(await violations(page, DIALOG)).toEqual([])
  const tooWide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  )
  expect(tooWide).toBe(false)
  await dialog.getByRole('button', { name: '记入账本' }).click()
  await expect(dialog).toBeHidden()

  const entry = page.getByRole('listitem').filter({ hasText: '加工' }).first()
  await expect(entry).toContainText(`${TAIL} 70.5 吨`)
  await expect(entry).toContainText('渣钢 25 吨')
  await expect(page.getByRole('region', { name: '年度结转', exact: true })).toContainText(
    '回收产品',
  )
  await page.context().close()
})
