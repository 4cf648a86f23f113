import { expect, test } from '@playwright/test'
import { accountOf } from '../support'

test.describe('signing in', () => {
  test('says that the password is wrong, and nothing about the name', async ({ page }) => {
    await page.goto('/sign-in')
    // A name that nobody has: a wrong password for a real account would lock it for other specs.
    await page.getByRole('textbox', { name: '登录名' }).fill('nobody-here')
    await page.getByRole('textbox', { name: '密码' }).fill('not-the-password')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('alert')).toContainText('登录名或密码不正确')
    await expect(page).toHaveURL(/\/sign-in$/)
  })

  test('asks for what is missing before it asks the server', async ({ page }) => {
    const sent: string[] = []
    page.on('request', (request) => sent.push(`${request.method()} ${request.url()}`))
    await page.goto('/sign-in')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByText('请填写').first()).toBeVisible()
    expect(sent.filter((it) => it.startsWith('POST'))).toEqual([])
  })

  test('takes a demonstration card in, and out again', async ({ page }) => {
    await page.goto('/sign-in')
    const cards = page.getByRole('list', { name: '云岭钢铁' })
    await cards.getByRole('button', { name: /^地磅员/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page).toHaveURL(/\/$/)

    await page.reload()
    await expect(page.getByRole('navigation', { name: '主导航' })).toBeVisible()

    await page.getByRole('button', { name: /^用户菜单/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible()
    await page.goto('/agreements')
    await expect(page).toHaveURL(/\/sign-in\?next=/)
  })

  test('leads on to where the link pointed', async ({ page, request }) => {
    const account = await accountOf(request, 'industry-demo')
    await page.goto('/audit/funnel?from=2026-05&to=2026-10')
    await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible()
    await page.getByRole('textbox', { name: '登录名' }).fill(account.login)
    await page.getByRole('textbox', { name: '密码' }).fill(account.password)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: '流转漏斗' })).toBeVisible()
    await expect(page).toHaveURL(/\/audit\/funnel\?from=2026-05&to=2026-10$/)
  })

  test('speaks the language that was chosen, also after a reload', async ({ page }) => {
    await page.goto('/sign-in')
    await page.getByRole('button', { name: 'English' }).click()
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
    await expect(page.getByRole('list', { name: 'Yunling Steel' })).toBeVisible()
    await page.reload()
    await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible()
    await page.getByRole('button', { name: '中文' }).click()
    await expect(page.getByRole('heading', { name: '登录', exact: true })).toBeVisible()
  })
})
