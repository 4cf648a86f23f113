import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { pageOf, settled } from '../support'

/** Converter slag becomes tail slag and recovered iron, as the plant's trader enters it. */
const SLAG = '转炉钢渣'
const TAIL = '钢渣尾渣'
const NARROW = { width: 390, height: 844 }
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { axe: typeof axe }
    const { violations: all } = await engine.run(
      { include: [['[role="dialog"]']], exclude: [['.el-popper']] },
      { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    )
    return all.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  })
}

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
  expect(await violations(page)).toEqual([])
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
