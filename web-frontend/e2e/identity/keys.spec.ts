import { expect, test } from '@playwright/test'
import { pageOf, settled } from '../support'

test('a key is made, works within its scope, is revoked and works no more', async ({ browser }) => {
  const { page } = await pageOf(browser, 'bailu-admin')
  const name = `ERP ${Date.now()}`
  await page.goto('/keys')
  await settled(page)

  await page.getByRole('button', { name: '新建密钥' }).click()
  const dialog = page.getByRole('dialog', { name: '新建密钥' })
  await dialog.getByRole('textbox', { name: '名称' }).fill(name)
  await dialog.getByRole('radio', { name: /^只读/ }).check({ force: true })
  await dialog.getByRole('button', { name: '生成密钥' }).click()

  const told = page.getByRole('alert').filter({ hasText: name })
  await expect(told).toContainText('离开本页后无法再次查看')
  const secret = (await told.getByRole('group', { name: '密钥' }).innerText()).trim()
  expect(secret).toMatch(/^wfk_[\w-]{43}$/)
  const headers = { Authorization: `Bearer ${secret}` }
  // Not the page's own context, which holds the cookie of who is signed in.
  const program = await browser.newContext()
  const lots = await program.request.get('/api/v1/lots?limit=1', { headers })
  expect(lots.status()).toBe(200)
  const written = await program.request.post('/api/v1/lot-drafts', {
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    data: { content: { title: 'ERP' } },
  })
  expect(written.status()).toBe(403)

  await told.getByRole('button', { name: '我已保存' }).click()
  await expect(page.getByText(secret)).toHaveCount(0)
  const row = page.getByRole('row', { name: new RegExp(name) })
  await expect(row).toContainText('有效')
  await row.getByRole('button', { name: '吊销' }).click()
  const question = page.getByRole('dialog', { name: '吊销' })
  await expect(question).toContainText(name)
  await question.getByRole('button', { name: '吊销' }).click()
  await expect(row).toContainText('已吊销')

  const after = await program.request.get('/api/v1/lots?limit=1', { headers })
  expect(after.status()).toBe(401)
  await program.close()
  await page.context().close()
})

test('the examples name the instance that is open', async ({ browser, baseURL }) => {
  const { page } = await pageOf(browser, 'yunling-gate')
  await page.goto('/interface')
  await settled(page)

  await expect(page.getByRole('group', { name: '地址与密钥', exact: true })).toContainText(
    `export WUFEI='${new URL(baseURL ?? '').origin}'`,
  )
  const link = page.getByRole('link', { name: '接口说明文件（OpenAPI）' })
  const description = await page.request.get((await link.getAttribute('href')) ?? '')
  expect(await description.text()).toContain('openapi: 3')
  await page.context().close()
})
