import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, test, type Page } from '@playwright/test'
import type axe from 'axe-core'
import chinese from '../../src/locales/zh-CN.json' with { type: 'json' }
import { pageOf, read, settled } from '../support'

const WIDE = { width: 1366, height: 900 }
const NARROW = { width: 390, height: 844 }
const CHART_MS = 3000
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
/** The pages whose accessibility is looked at in English too; their structure is the same. */
const MAIN = new Set([
  '/',
  '/work',
  '/sign-in',
  '/streams',
  '/lots',
  '/search/lots',
  '/rate',
  '/heaps',
  '/loads/new',
  '/audit',
  '/audit/funnel',
  '/matches',
  '/notices',
  '/tenders',
])
/** What the component library puts beside the page while it is open; nothing of it is at rest. */
const ALLOWED = [['.el-popper'], ['.el-picker-panel']]
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * Text that only a fault shows: values of the language, and keys of texts that are not there. Names
 * of exported tables look like keys.
 */
const BROKEN = new RegExp(
  `\\b(undefined|NaN|null)\\b|\\[object |\\b(${Object.keys(chinese).join('|')})\\.(?!csv\\b)[a-z]+[A-Za-z.-]*`,
)

interface Items {
  /** A search gives each lot with its place, other lists give things as they are. */
  items: { id: string; lot?: { id: string } }[]
}

interface Role {
  login: string
  paths: string[]
  /** Paths with an id, read from the lists that this role sees. */
  details?: (first: (list: string) => Promise<string>) => Promise<string[]>
}

const PERIOD = 'from=2026-01&to=2026-12'

const ROLES: Role[] = [
  {
    login: 'yunling-trader',
    paths: [
      '/',
      '/work',
      '/work?kind=offer',
      '/streams',
      '/streams/new',
      '/lots',
      '/lots/new',
      '/lots/drafts',
      '/imports',
      '/search/demands',
      '/rate',
      '/ledger?kind=on-hand',
      '/ledger/statement',
      '/matches',
      '/matches/hidden-partners',
      '/notices',
      '/samples',
      '/offers',
      '/offers/new',
      '/approvals',
      '/tenders',
      '/tenders?stage=past&mine=selling',
      '/agreements',
      '/sites',
      '/months',
      '/stockpiles',
      '/catalog/materials',
      '/catalog/product-grades',
      '/catalog/season-profiles',
    ],
    details: async (first) => [
      `/streams/${await first('/streams')}`,
      `/lots/${await first('/lots?status=published')}`,
      `/lots/${await first('/lots?status=published')}/edit`,
      `/tenders/new?lotId=${await first('/lots?status=published')}`,
      `/lots/${await first('/lots?status=published')}/story`,
      `/ledger/accounts/${await first('/ledger/accounts?kind=on-hand')}`,
      `/offers/${await first('/offers')}`,
      `/agreements/${await first('/agreements')}`,
      `/agreements/${await first('/agreements')}/document`,
    ],
  },
  {
    login: 'yunling-gate',
    paths: ['/work', '/loads?direction=out', '/loads/new'],
    details: async (first) => [`/loads/${await first('/loads?direction=out')}`],
  },
  {
    login: 'qingshi-trader',
    paths: [
      '/',
      '/work',
      '/search/lots',
      '/search/lots?view=table',
      '/search/lots?view=map',
      '/search/lots?minQuantityKg=900000000000',
      '/search/compare',
      '/search/saved',
      '/tenders?stage=bids',
      '/demands',
      '/demands/new',
      '/heaps',
      '/payments?status=recorded',
    ],
    details: async (first) => [
      `/statements/${await first('/statements?status=agreed')}`,
      `/ledger/accounts/${await first('/ledger/accounts?kind=due')}`,
      `/demands/${await first('/demands?status=published')}`,
      `/demands/${await first('/demands?status=published')}/edit`,
      `/lots/${await first('/search/lots?limit=1')}`,
    ],
  },
  {
    login: 'qingshi-gate',
    paths: ['/', '/loads?direction=in', '/loads/receive-file'],
    details: async (first) => [`/loads/${await first('/loads?direction=in')}`],
  },
  {
    login: 'bailu-admin',
    paths: [
      '/',
      '/members',
      '/keys',
      '/delegations',
      '/webhooks',
      '/notice-settings',
      '/partners',
      '/interface',
      '/export',
    ],
  },
  {
    login: 'songjian-admin',
    paths: [
      '/settlement',
      '/statements',
      '/statements/new',
      '/assays',
      '/payments',
      '/deposits',
      '/invoices',
      '/purchases',
    ],
  },
  {
    login: 'industry-demo',
    paths: [
      '/',
      '/work',
      '/audit',
      '/audit/funnel',
      '/audit/funnel/listed',
      '/audit/funnel/contracted',
      '/audit/funnel/moved',
      '/audit/funnel/used',
      '/audit/records',
      '/ledger',
      `/postings?figure=entrusted-proven&${PERIOD}`,
      '/organisations',
      '/stockpiles',
      '/search/lots',
      '/tenders?stage=opening',
    ],
    details: async (first) => [
      `/audit/loads/${await first(`/audit/funnel/moved?${PERIOD}`)}`,
      `/audit/use-reports/${await first(`/audit/funnel/used?${PERIOD}`)}`,
      `/agreements/${await first(`/audit/funnel/contracted?${PERIOD}`)}`,
      `/agreements/${await first(`/audit/funnel/contracted?${PERIOD}`)}/document`,
      `/organisations/${await first('/organisations?status=verified')}/months`,
      `/ledger?organisationId=${await first('/organisations?status=verified')}`,
    ],
  },
  {
    login: 'operator-demo',
    paths: ['/', '/work', '/organisations', '/search-index', '/price-indices', '/status'],
  },
]

function watched(page: Page): string[] {
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(`${page.url()}: ${error.message}`))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) {
      faults.push(`${page.url()}: ${message.text()}`)
    }
  })
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  return faults
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE)
  const found = await page.evaluate(
    async ([tags, exclude]) => {
      const { axe: engine } = window as unknown as { axe: typeof axe }
      const { violations: all } = await engine.run(
        { exclude },
        { runOnly: tags, resultTypes: ['violations'] },
      )
      return all.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
    },
    [TAGS, ALLOWED] as const,
  )
  return found.map((violation) => `${page.url()}: ${violation}`)
}

async function brokenText(page: Page): Promise<string[]> {
  const text = await page.locator('body').innerText()
  const match = BROKEN.exec(text)
  return match
    ? [`${page.url()}: ${text.slice(Math.max(0, match.index - 40), match.index + 60)}`]
    : []
}

async function tooWide(page: Page): Promise<string[]> {
  await page.setViewportSize(NARROW)
  // Charts follow the width of their box a moment later.
  const fits = await page
    .waitForFunction(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
      undefined,
      { timeout: CHART_MS },
    )
    .then(
      () => true,
      () => false,
    )
  await page.setViewportSize(WIDE)
  return fits ? [] : [`${page.url()} scrolls sideways at ${NARROW.width} px`]
}

async function inspect(page: Page): Promise<string[]> {
  await settled(page)
  const faults = [
    ...(await violations(page)),
    ...(await brokenText(page)),
    ...(await tooWide(page)),
  ]
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  if (MAIN.has(new URL(page.url()).pathname)) faults.push(...(await violations(page)))
  faults.push(...(await brokenText(page)), ...(await tooWide(page)))
  await page.getByRole('button', { name: '中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  return faults
}

for (const { login, paths, details } of ROLES) {
  test(`what ${login} sees is accessible, whole and narrow enough`, async ({ browser }) => {
    test.setTimeout(240_000)
    const { page, token } = await pageOf(browser, login)
    const first = async (list: string): Promise<string> => {
      const { items } = await read<Items>(page, token, list)
      const [item] = items
      if (!item) throw new Error(`${login} sees nothing in ${list}`)
      return list.startsWith('/search') && item.lot ? item.lot.id : item.id
    }
    const console = watched(page)
    const faults: string[] = []
    for (const path of [...paths, ...((await details?.(first)) ?? [])]) {
      await page.goto(path)
      faults.push(...(await inspect(page)))
      expect.soft(new URL(page.url()).pathname, 'the role may see it').toBe(path.split('?')[0])
      await expect.soft(page.getByRole('heading', { name: chinese.notFound.title })).toHaveCount(0)
    }
    expect([...faults, ...console]).toEqual([])
    await page.context().close()
  })
}

for (const path of ['/sign-in', '/sign-up', '/bootstrap']) {
  test(`${path} is accessible, whole and narrow enough before signing in`, async ({ page }) => {
    const console = watched(page)
    await page.goto(path)
    expect([...(await inspect(page)), ...console]).toEqual([])
  })
}
