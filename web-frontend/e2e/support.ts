import {
  expect,
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  type Page,
  type Request,
} from '@playwright/test'

/** How the specs come in: as one of the accounts that a demonstration instance offers. */
export interface Account {
  login: string
  password: string
  name: string
  role: string
  organisationName: string
}

export interface Session {
  accessToken: string
  me: { memberId: string }
}

const SIGNED_IN_MARK = 'wufei.signed-in'
const QUIET_MS = 500
const SETTLED_MS = 30_000

/** What a page is waiting for. */
interface Traffic {
  open: Set<Request>
  changedAt: number
}

const traffic = new WeakMap<Page, Traffic>()

/** The stream of notices is open as long as the page is, and nothing waits for its end. */
function watchTraffic(page: Page): Page {
  const it: Traffic = { open: new Set(), changedAt: Date.now() }
  traffic.set(page, it)
  page.on('request', (request) => {
    if (request.url().endsWith('/notices/stream')) return
    it.open.add(request)
    it.changedAt = Date.now()
  })
  const over = (request: Request) => {
    if (it.open.delete(request)) it.changedAt = Date.now()
  }
  page.on('requestfinished', over)
  page.on('requestfailed', over)
  return page
}

/** How long the page has been waiting for nothing. */
function quietMs(page: Page): number {
  const it = traffic.get(page)
  return it && it.open.size === 0 ? Date.now() - it.changedAt : 0
}

export async function accountOf(request: APIRequestContext, login: string): Promise<Account> {
  const response = await request.get('/api/v1/status')
  const { demoAccounts = [] } = (await response.json()) as { demoAccounts?: Account[] }
  const account = demoAccounts.find((it) => it.login === login)
  if (!account) throw new Error(`The instance under test has no demonstration account ${login}.`)
  return account
}

/** A page in its own browser context whose visitor has signed in; its token is for reading ids. */
export async function pageOf(
  browser: Browser,
  login: string,
): Promise<{ page: Page; token: string }> {
  const context = await browser.newContext()
  const { password } = await accountOf(context.request, login)
  return signedIn(context, login, password)
}

/** The same for a member whom a spec has added itself. */
export async function pageOfMember(
  browser: Browser,
  login: string,
  password: string,
): Promise<{ page: Page; token: string }> {
  return signedIn(await browser.newContext(), login, password)
}

async function signedIn(
  context: BrowserContext,
  login: string,
  password: string,
): Promise<{ page: Page; token: string }> {
  const response = await context.request.post('/api/v1/session', { data: { login, password } })
  expect(response.status()).toBe(200)
  const session = (await response.json()) as Session
  await context.addInitScript(([mark, member]) => localStorage.setItem(mark, member), [
    SIGNED_IN_MARK,
    session.me.memberId,
  ] as const)
  return { page: watchTraffic(await context.newPage()), token: session.accessToken }
}

/** Reads from the interface what a path of the page needs to know, such as an id. */
export async function read<T>(page: Page, token: string, path: string): Promise<T> {
  const response = await page.request.get(`/api/v1${path}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  expect(response.status(), path).toBe(200)
  return (await response.json()) as T
}

/** Writes to the interface what a spec starts from. */
export async function write<T>(page: Page, token: string, path: string, data: unknown): Promise<T> {
  const response = await page.request.post(`/api/v1${path}`, {
    data,
    headers: { Authorization: `Bearer ${token}`, 'Idempotency-Key': crypto.randomUUID() },
  })
  expect(response.status(), path).toBe(201)
  return (await response.json()) as T
}

/** The page shows its heading and waits for nothing any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (traffic.has(page)) {
    await expect
      .poll(() => quietMs(page), { timeout: SETTLED_MS, intervals: [100] })
      .toBeGreaterThan(QUIET_MS)
  } else {
    await page.waitForLoadState('networkidle')
  }
  await expect(page.getByText(/^(正在加载|Loading)$/)).toHaveCount(0)
}
