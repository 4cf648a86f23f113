import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import chinese from '@/locales/zh-CN.json'
import ReceiveFilePage from './ReceiveFilePage.vue'

const saved = vi.hoisted(() => vi.fn<(content: Blob, name: string) => void>())
vi.mock('@/lib/save', () => ({ save: saved }))

const PAGE = 100
const HEADER = '运单号,磅单号,毛重(t),皮重(t),过磅时间'

interface Sent {
  key: string | null
  lines: { loadId: string; version: number; receipt: { ticketNumber: string } }[]
}

let loads: ReturnType<typeof load>[] = []
let sent: Sent[] = []
let answers: ((lines: Sent['lines']) => Response)[] = []

function load(index: number) {
  return {
    id: String(index),
    number: numberOf(index),
    version: 3,
    plate: `鲁S${index}`,
    seller: { id: 's', name: '云岭钢铁' },
    origin: { netKg: 32_000, at: '2026-01-01T00:00:00Z' },
  }
}

const numberOf = (index: number) => `L2026-${String(index).padStart(6, '0')}`
const lineOf = (index: number) => `${numberOf(index)},R-${index},48.9,17,2026-01-01 09:00`
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

const received = {
  version: 4,
  acceptedKg: 31_900,
  settledKg: 31_900,
  differenceKg: -100,
  differenceBeyondTolerance: false,
  again: false,
}
const allReceived = (lines: Sent['lines']) =>
  json({ lines: lines.map(({ loadId }) => ({ loadId, received })) })

/** The exchange: its arriving loads page by page, and the answers that a test gives to receipts. */
async function exchange(url: string, init: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(url, 'http://exchange')
  if (init.method === 'GET') {
    const from = Number(searchParams.get('cursor') ?? 0)
    const next = from + PAGE < loads.length ? String(from + PAGE) : undefined
    return json({ items: loads.slice(from, from + PAGE), next })
  }
  expect(pathname).toBe('/api/v1/loads/receipts')
  const { lines } = JSON.parse(String(init.body)) as Pick<Sent, 'lines'>
  sent.push({ key: new Headers(init.headers).get('Idempotency-Key'), lines })
  return (answers.shift() ?? allReceived)(lines)
}

beforeEach(() => {
  loads = []
  sent = []
  answers = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  vi.unstubAllGlobals()
  saved.mockReset()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 12; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened(): Promise<VueWrapper> {
  const i18n = createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': chinese } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const page = mount(ReceiveFilePage, {
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: {
        RouterLink: { template: '<a><slot /></a>' },
        ElButton: { template: '<button type="button"><slot /></button>' },
      },
    },
  })
  await rest()
  return page
}

async function choose(page: VueWrapper, ...lines: string[]): Promise<void> {
  const field = page.get('input[type=file]')
  const file = new File([[HEADER, ...lines].join('\n')], '日报.csv')
  Object.defineProperty(field.element, 'files', { value: [file], configurable: true })
  Object.defineProperty(field.element, 'value', { value: '', writable: true, configurable: true })
  await field.trigger('change')
  await rest()
}

async function press(page: VueWrapper, label: string): Promise<void> {
  const button = page.findAll('button').find((it) => it.text() === label)
  if (!button) throw new Error(`No button ${label} in ${page.text()}`)
  await button.trigger('click')
  await rest()
}

const statusOf = (page: VueWrapper) => page.get('p[role=status]').text()
const rowsOf = (page: VueWrapper) => page.findAll('tbody tr').map((row) => row.text())

describe('receiving from a file', () => {
  it('says that nothing is on its way', async () => {
    const page = await opened()
    expect(page.text()).toContain('没有在途的到货车次。')
    expect(page.find('input[type=file]').exists()).toBe(false)
  })

  it('says why a file cannot be read', async () => {
    loads = [load(1)]
    const page = await opened()
    await choose(page)
    expect(page.get('[role=alert]').text()).toContain('文件中没有磅单。')
    expect(page.find('table').exists()).toBe(false)
  })

  it('shows each ticket with its load, sends the good ones and says what became of them', async () => {
    loads = [load(1), load(2), load(3)]
    answers = [
      (lines) =>
        json({
          lines: [
            { loadId: lines[0]?.loadId, received: { ...received, again: true } },
            {
              loadId: lines[1]?.loadId,
              problem: { status: 409, code: 'load-not-in-transit', detail: 'It was received.' },
            },
          ],
        }),
    ]
    const page = await opened()
    await choose(page, lineOf(1), lineOf(9), lineOf(2))
    expect(page.get('caption').text()).toBe('“日报.csv”中的磅单')
    expect(rowsOf(page)[0]).toMatch(/云岭钢铁.*31,900 千克.*-100 千克.*-0.31%.*待发送/s)
    expect(rowsOf(page)[1]).toContain('没有在途车次 L2026-000009')
    expect(statusOf(page)).toBe('可收货 2 车，1 行有错误，不会发送。')

    await press(page, '为 2 车收货')
    expect(sent.map(({ lines }) => lines)).toEqual([
      [
        { loadId: '1', version: 3, receipt: expect.objectContaining({ ticketNumber: 'R-1' }) },
        { loadId: '2', version: 3, receipt: expect.objectContaining({ ticketNumber: 'R-2' }) },
      ],
    ])
    expect(statusOf(page)).toBe('完成：收货 1 车，未收 2 行')
    expect(rowsOf(page)[0]).toMatch(/已收货.*此前已收.*实收 31,900 千克/s)
    expect(rowsOf(page)[2]).toContain('这一车次已不在途：已收货、已退回或已作废。')

    await press(page, '下载未收的行')
    const [content] = saved.mock.calls[0] ?? []
    expect((await content?.text())?.replace('\uFEFF', '')).toBe(
      `原因,${HEADER}\r\n` +
        `没有在途车次 L2026-000009：编号不对，或已经收货、退回。,${lineOf(9)}\r\n` +
        `这一车次已不在途：已收货、已退回或已作废。,${lineOf(2)}\r\n`,
    )
  })

  it('sends 500 at a time, in order, and goes on after a lost connection with the same key', async () => {
    loads = Array.from({ length: 501 }, (_, index) => load(index))
    answers = [
      allReceived,
      () => {
        throw new TypeError('Failed to fetch')
      },
    ]
    const page = await opened()
    await choose(page, ...loads.map((_, index) => lineOf(index)))
    await press(page, '为 501 车收货')
    expect(statusOf(page)).toBe('已停下：501 车中已发送 500 车，收货 500 车')
    expect(page.text()).toContain('连不上服务器')

    await press(page, '继续发送')
    expect(statusOf(page)).toBe('完成：收货 501 车，未收 0 行')
    expect(sent.map(({ lines }) => lines.length)).toEqual([500, 1, 1])
    expect(sent.flatMap(({ lines }) => lines.map((line) => line.loadId))).toEqual([
      ...loads.map((it) => it.id),
      '500',
    ])
    expect(sent[1]?.key).toBe(sent[2]?.key)
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
  })

  it('sends the others again when a request is refused for what one line says', async () => {
    loads = [load(1), load(2)]
    const fields = [{ path: 'lines[0].receipt.tareKg', code: 'min', message: 'at least 1' }]
    answers = [() => json({ code: 'invalid-request', detail: 'x', fields }, 400)]
    const page = await opened()
    await choose(page, lineOf(1), lineOf(2))
    await press(page, '为 2 车收货')
    expect(sent.map(({ lines }) => lines.map((line) => line.loadId))).toEqual([['1', '2'], ['2']])
    expect(rowsOf(page)[0]).toContain('皮重：at least 1')
    expect(statusOf(page)).toBe('完成：收货 1 车，未收 1 行')
  })

  it('gives a template of what is on its way', async () => {
    loads = [load(1)]
    const page = await opened()
    await press(page, '下载模板')
    const [content, name] = saved.mock.calls[0] ?? []
    expect(name).toBe('磅单模板.csv')
    expect(await content?.text()).toContain('\r\nL2026-000001,鲁S1')
  })
})
