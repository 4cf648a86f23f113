import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ref } from 'vue'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import chinese from '@/locales/zh-CN.json'
import ImportDetailPage from './ImportDetailPage.vue'
import type { Import, ImportLine, LineResult } from '@/api/model'
import { RESULTS } from './states'

const words = chinese.bulk
const mayTrade = ref(true)
vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({ mayTrade }),
}))
const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/lib/save', () => ({ save: saved }))

const PAGE = 2
const FOLLOW_MS = 1_000

const checked = {
  id: 'i1',
  fileName: '台账.csv',
  sizeBytes: 2_000,
  sha256: '0',
  kind: 'streams',
  dryRun: true,
  status: 'ended',
  linesTotal: 4,
  linesDone: 3,
  created: 2,
  changed: 0,
  ignored: 0,
  refused: 1,
  unchecked: 0,
  createdAt: '2026-03-10T04:00:00Z',
} as Import

const line = (number: number, result: LineResult, more: Partial<ImportLine> = {}): ImportLine => ({
  sheet: '',
  line: number,
  kind: 'streams',
  reference: `流 ${number}`,
  result,
  faults: [],
  ...more,
})
const wrong = {
  column: 'materialKey',
  header: '物料',
  code: 'material-unknown',
  message: 'No such material.',
}

/** The states of the import as it is asked for again and again; the last one stays. */
let states: Import[]
let lines: ImportLine[]
let asked: string[]
let page: VueWrapper | undefined

const json = (body: unknown) => new Response(JSON.stringify(body))

function linesOf(search: URLSearchParams): Response {
  const result = search.get('result')
  const found = lines.filter((it) => !result || it.result === result)
  const from = Number(search.get('cursor') ?? 0)
  const next = from + PAGE < found.length ? String(from + PAGE) : undefined
  return json({ items: found.slice(from, from + PAGE), next })
}

async function exchange(url: string, { method }: RequestInit): Promise<Response> {
  const { pathname, search, searchParams } = new URL(url, 'http://exchange')
  const path = pathname.replace('/api/v1', '')
  asked.push(`${method} ${path}${search}`)
  if (path === '/import-kinds') {
    return json({
      items: [{ key: 'streams', nameZh: '固废流', nameEn: 'Waste streams', columns: [] }],
    })
  }
  if (path.endsWith('/lines')) return linesOf(searchParams)
  if (method === 'GET' && states.length > 1) return json(states.shift())
  return json(states[0])
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  mayTrade.value = true
  states = [checked]
  lines = [
    line(2, 'created'),
    line(3, 'refused', { faults: [wrong] }),
    line(4, 'created', { reference: undefined, subjectId: 's4' }),
  ]
  asked = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  saved.mockReset()
  document.body.innerHTML = ''
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(at = '/imports/i1') {
  const empty = { template: '<p></p>' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/imports', name: 'imports', component: empty },
      { path: '/imports/:id', name: 'import', component: ImportDetailPage },
      { path: '/streams/:id', name: 'stream', component: empty },
    ],
  })
  await router.push(at)
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  page = mount(ImportDetailPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  await rest()
  return { page, router }
}

const button = (within: VueWrapper, label: string) =>
  within.findAll('button').find((it) => it.text() === label)
const figure = (within: VueWrapper, result: LineResult) =>
  within.get(`.figures button:nth-child(${RESULTS.indexOf(result) + 1})`)
const rowsOf = (within: VueWrapper) => within.findAll('tbody tr').map((row) => row.text())
const readings = () => asked.filter((it) => it === 'GET /imports/i1').length

describe('an import', () => {
  it('is followed until it is over, and no longer', async () => {
    states = [
      { ...checked, status: 'queued', linesDone: 0, created: 0, refused: 0, linesTotal: undefined },
      { ...checked, status: 'running', linesDone: 1, created: 1, refused: 0 },
      checked,
    ]
    const all = lines
    lines = []
    const { page: shown } = await opened()
    expect(shown.text()).toContain(words.queued)
    expect(shown.get('progress').attributes('value')).toBeUndefined()

    await vi.advanceTimersByTimeAsync(FOLLOW_MS)
    await rest()
    expect(shown.text()).toContain('已处理 1 / 4 行')
    lines = all
    await vi.advanceTimersByTimeAsync(FOLLOW_MS)
    await rest()
    expect(shown.find('progress').exists()).toBe(false)
    expect(rowsOf(shown)).toHaveLength(PAGE)
    expect(shown.get('p[role=status]').text()).toBe('只检查：已完成')

    await vi.advanceTimersByTimeAsync(5 * FOLLOW_MS)
    await rest()
    expect(readings()).toBe(3)
  })

  it('says of each line what became of it and why', async () => {
    const { page: shown } = await opened()
    expect(rowsOf(shown)[1]).toMatch(/3\s*固废流\s*流 3\s*未通过\s*物料：目录中没有该物料/)
    await button(shown, chinese.action.loadMore)?.trigger('click')
    await rest()
    expect(shown.get('tbody a').attributes('href')).toBe('/streams/s4')
    expect(shown.get('tbody a').text()).toBe('固废流')
  })

  it('shows the lines of one result, which the address keeps', async () => {
    const { page: shown, router } = await opened()
    expect(figure(shown, 'refused').text()).toBe('未通过1')
    await figure(shown, 'refused').trigger('click')
    await rest()
    expect(router.currentRoute.value.query).toEqual({ result: 'refused' })
    expect(rowsOf(shown)).toHaveLength(1)
    expect(figure(shown, 'refused').attributes('aria-pressed')).toBe('true')
    await figure(shown, 'refused').trigger('click')
    await rest()
    expect(router.currentRoute.value.query).toEqual({})
  })

  it('takes a result of the address that it knows', async () => {
    await opened('/imports/i1?result=refused')
    await opened('/imports/i1?result=lost')
    expect(asked.filter((it) => it.includes('/lines'))).toEqual([
      'GET /imports/i1/lines?result=refused',
      'GET /imports/i1/lines',
    ])
  })

  it('follows its check after a question when lines are left out', async () => {
    const { page: shown } = await opened()
    await button(shown, words.importNow)?.trigger('click')
    await rest()
    expect(asked).not.toContain('POST /imports/i1/execution')
    const dialog = document.querySelector('[role=dialog]')
    expect(dialog?.textContent).toContain('有 1 行未通过')
    const confirm = [...(dialog?.querySelectorAll('button') ?? [])].at(-1)
    confirm?.click()
    await rest()
    expect(asked).toContain('POST /imports/i1/execution')
  })

  it('follows its check at once when all can be imported', async () => {
    states = [{ ...checked, refused: 0 }]
    const { page: shown } = await opened()
    await button(shown, words.importNow)?.trigger('click')
    await rest()
    expect(asked).toContain('POST /imports/i1/execution')
  })

  it.each([
    [{ created: 0, ignored: 2 }, words.nothingToImport],
    [{ dryRun: false }, words.asImport],
    [{ status: 'cancelled' as const }, words.checkCancelled],
    [{ status: 'cancelled' as const, dryRun: false }, words.importCancelled],
    [
      { status: 'failed' as const, problem: 'macros-not-allowed' },
      words.failed['macros-not-allowed'],
    ],
    [{ status: 'failed' as const, problem: 'internal-error' }, words.failed.other],
  ])('with %o is not imported', async (state, text) => {
    states = [{ ...checked, ...state }]
    const { page: shown } = await opened()
    expect(shown.text()).toContain(text)
    expect(button(shown, words.importNow)).toBeUndefined()
  })

  it('can be cancelled while it goes on', async () => {
    states = [{ ...checked, status: 'running' }]
    const { page: shown } = await opened()
    await button(shown, words.cancelCheck)?.trigger('click')
    await rest()
    expect(asked).toContain('POST /imports/i1/cancellation')
  })

  it('is left as it is by who only reads', async () => {
    mayTrade.value = false
    const { page: shown } = await opened()
    expect(button(shown, words.importNow)).toBeUndefined()
    states = [{ ...checked, status: 'running' }]
    const { page: running } = await opened()
    expect(button(running, words.cancelCheck)).toBeUndefined()
  })

  it('gives all refused lines as a file', async () => {
    lines = [3, 4, 5].map((number) => line(number, 'refused', { faults: [wrong] }))
    const { page: shown } = await opened()
    await button(shown, words.saveRefused)?.trigger('click')
    await rest()
    const [content, name] = saved.mock.calls[0] ?? []
    expect(name).toBe('导入未通过.csv')
    const text = (await content?.text())?.replace('\uFEFF', '').split('\r\n')
    expect(text?.[0]).toBe('工作表,行,数据类别,本单位编号,列,原因')
    expect(text?.slice(1, 4)).toEqual(
      [3, 4, 5].map(
        (number) => `,${number},固废流,流 ${number},物料,目录中没有该物料，请核对名称。`,
      ),
    )
  })
})
