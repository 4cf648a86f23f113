import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { pageOf, read, settled } from '../support'

interface Proof {
  block: { root: string; hash: string; signature: string }
  leaf: string
  path: string[]
  posting: { number: number }
}

/** What a producer reads of its own ledger: balances, when it held what, and a proof to keep. */
test('a producer follows its stock through the ledger and keeps a proof', async ({ browser }) => {
  test.setTimeout(90_000)
  const { page } = await pageOf(browser, 'yunling-trader')

  await test.step('the accounts stand by kind, and a kind opens into its accounts', async () => {
    await page.goto('/ledger')
    await settled(page)
    await page.getByRole('link', { name: '库存', exact: true }).click()
    await page
      .getByRole('link', { name: /^账户 \d+$/ })
      .first()
      .click()
    await expect(page.getByRole('heading', { level: 1, name: '库存' })).toBeVisible()
  })

  await test.step('before its first day the account held nothing', async () => {
    await page.getByLabel('截至哪一天发生的').fill('2001-01-01')
    const chosen = page.getByRole('group', { name: '所选时点' })
    await expect(chosen).toContainText('0 吨')
    await expect(chosen).toContainText('2001-01-01 及以前发生的')
    await expect(page.getByRole('group', { name: '现在' })).not.toContainText(/^0 吨$/)
  })

  await test.step('the statement is exported', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 CSV' }).click()
    const csv = readFileSync(await (await download).path(), 'utf8')
    expect(csv).toMatch(/^\uFEFFposting,block,recordedAt,/)
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(1)
  })

  await test.step('a line opens its proof, which the page has checked and gives as a file', async () => {
    await page
      .getByRole('button', { name: /^查看账目 \d+ 的凭证$/ })
      .first()
      .click()
    const dialog = page.getByRole('dialog')
    await expect(dialog).toContainText('本页已核对：这笔账确实在该区块里。')
    const download = page.waitForEvent('download')
    await dialog.getByRole('button', { name: '下载凭证（JSON）' }).click()
    const proof = JSON.parse(readFileSync(await (await download).path(), 'utf8')) as Proof
    expect(proof.block.root).toMatch(/^[0-9a-f]{64}$/)
    expect(proof.block.signature).toMatch(/^[0-9a-f]{128}$/)
    expect(proof.leaf).toMatch(/^50/)
  })
  await page.context().close()
})

test('the signed head of the ledger is kept as a file', async ({ browser }) => {
  const { page } = await pageOf(browser, 'yunling-trader')
  await page.goto('/ledger')
  await settled(page)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载账本末端（JSON）' }).click()
  const file = await download
  const head = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
    blockNumber: number
    hash: string
    signature: string
  }
  expect(file.suggestedFilename()).toBe(`head-${head.blockNumber}.json`)
  expect(head.hash).toMatch(/^[0-9a-f]{64}$/)
  expect(head.signature).toMatch(/^[0-9a-f]{128}$/)
  await page.context().close()
})

test('a lot tells its story from the lot page', async ({ browser }) => {
  const { page, token } = await pageOf(browser, 'yunling-trader')
  const lots = await read<{ items: { id: string }[] }>(page, token, '/lots?status=published')
  const lot = lots.items[0]?.id ?? ''

  await page.goto(`/lots/${lot}`)
  await page.getByRole('link', { name: '查看去向' }).click()
  await settled(page)

  const lines = page.getByRole('list', { name: '去向（最近的在前）' })
  await expect(lines.getByRole('listitem').first()).toBeVisible()
  await lines
    .getByRole('button', { name: /^查看账目 \d+ 的凭证$/ })
    .first()
    .click()
  await expect(page.getByRole('dialog')).toContainText('第 ')
  await page.context().close()
})
