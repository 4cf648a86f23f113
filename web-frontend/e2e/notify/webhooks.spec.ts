import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { PAGE, violations } from '../axe'
import { pageOf, settled } from '../support'

interface Message {
  headers: IncomingHttpHeaders
  body: string
}

/** A firm's own system on this machine. */
async function receiver() {
  const messages: Message[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      messages.push({ headers: request.headers, body })
      response.writeHead(200).end('taken')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  return { messages, url: `http://127.0.0.1:${port}/hook`, close: () => server.close() }
}

test('a webhook is registered, tried out, paused and removed', async ({ browser }) => {
  const erp = await receiver()
  const { page } = await pageOf(browser, 'bailu-admin')
  const name = `ERP ${Date.now()}`
  await page.goto('/webhooks')
  await settled(page)

  await page.getByRole('button', { name: '新建 Webhook' }).click()
  const dialog = page.getByRole('dialog', { name: '新建 Webhook' })
  await dialog.getByRole('textbox', { name: '名称' }).fill(name)
  await dialog.getByRole('textbox', { name: '推送地址' }).fill(erp.url)
  await dialog.getByRole('button', { name: '登记' }).click()
  const told = page.getByRole('alert').filter({ hasText: name })
  const secret = (await told.getByRole('group', { name: '签名密钥' }).innerText()).trim()
  expect(secret).toMatch(/^whs_[\w-]{43}$/)
  await told.getByRole('button', { name: '我已保存' }).click()

  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: '测试调用' }).click()
  await expect.poll(() => erp.messages.length).toBe(1)
  const [message] = erp.messages
  const signed = `${String(message?.headers['wufei-timestamp'])}.${message?.body}`
  expect(message?.headers['wufei-signature']).toBe(
    `v1=${createHmac('sha256', secret).update(signed).digest('hex')}`,
  )
  await page.reload()
  const row = page.getByRole('row', { name: /测试调用/ })
  await expect(row).toContainText('已收下')
  expect(await violations(page, PAGE)).toEqual([])
  await row.getByRole('button', { name: '测试调用' }).click()
  const detail = page.getByRole('dialog', { name: /^消息/ })
  await expect(detail).toContainText('"kind":"test"')
  await expect(detail).toContainText('taken')
  await detail.getByRole('button', { name: '关闭', exact: true }).last().click()

  await page.getByRole('button', { name: '删除' }).click()
  await page.getByRole('dialog', { name: '删除' }).getByRole('button', { name: '删除' }).click()
  await expect(page).toHaveURL(/\/webhooks$/)
  await expect(page.getByRole('link', { name })).toHaveCount(0)
  erp.close()
  await page.context().close()
})
