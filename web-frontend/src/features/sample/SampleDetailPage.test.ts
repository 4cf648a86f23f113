import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import type { Sample } from '@/api/model'
import english from '@/locales/en.json'
import SampleDetailPage from './SampleDetailPage.vue'

vi.mock('@/features/identity', async (original) => ({
  ...(await original<object>()),
  useSession: () => ({
    verified: { value: true },
    mayTrade: { value: true },
    organisationId: { value: 'b1' },
  }),
}))

const words = english.sample
const requested = {
  id: 'p1',
  version: 1,
  status: 'requested',
  lotId: 'l1',
  lotTitle: 'Granulated slag',
  materialKey: 'granulated-bf-slag',
  seller: { id: 's1', name: '钢厂', nameEn: 'Steel works' },
  buyer: { id: 'b1', name: '水泥厂', nameEn: 'Cement works' },
  sellerSite: { id: 'y1', name: '渣场', nameEn: 'Slag yard', adcode: '370300' },
  buyerSite: { id: 'y2', name: '化验室', nameEn: 'Laboratory', adcode: '370300' },
  quantityG: 2_500,
  courierPayer: 'buyer',
  message: 'Please seal the jar',
  askedAt: '2026-03-01T02:00:00Z',
  dueOn: '2026-03-08',
  acts: ['accept', 'decline'],
} as unknown as Sample

let sample: Sample
let answer: Sample
let sent: { call: string; body: unknown; version: string | null }[]
let page: VueWrapper | undefined

function exchange(url: string, { method, body, headers }: RequestInit): Promise<Response> {
  const json = (it: unknown) => new Response(JSON.stringify(it))
  const path = url.replace('/api/v1', '')
  if (method !== 'GET') {
    const version = new Headers(headers).get('If-Match')
    sent.push({ call: path, body: JSON.parse(String(body)), version })
    sample = answer
    return Promise.resolve(json(answer))
  }
  if (path === '/samples/p1') return Promise.resolve(json(sample))
  if (path === '/samples/p1/course') {
    return Promise.resolve(
      json({
        events: [
          { act: 'ask', side: 'buyer', member: 'Li', at: '2026-03-01T02:00:00Z' },
          { act: 'presume-received', day: '2026-03-20', at: '2026-03-20T02:00:00Z' },
        ],
        files: [],
      }),
    )
  }
  return Promise.resolve(json({ items: [] }))
}

beforeEach(() => {
  sample = requested
  answer = { ...requested, status: 'accepted', version: 2, acts: [] }
  sent = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  page?.unmount()
  document.body.innerHTML = ''
  vi.unstubAllGlobals()
})

async function rest(): Promise<void> {
  await vi.dynamicImportSettled()
  for (let turn = 0; turn < 8; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function opened() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['samples', 'sample', 'lot'].map((name) => ({
      path: `/${name}/:id?`,
      name,
      component: { template: '<div />' },
    })),
  })
  await router.push('/sample/p1')
  const made = mount(SampleDetailPage, {
    global: { plugins: [i18n, router, [VueQueryPlugin, { queryClient }]] },
    attachTo: document.body,
  })
  page = made
  await rest()
  const press = async (label: string) => {
    const all = [...document.querySelectorAll<HTMLButtonElement>('button')]
    const found = all.filter((button) => button.textContent.trim() === label)
    found.at(-1)?.click()
    await rest()
  }
  const submit = async () => {
    await made.find('form').trigger('submit')
    await rest()
  }
  return { made, press, submit }
}

describe('a sample', () => {
  it('is shown with its quantity, its way and its course', async () => {
    const { made } = await opened()
    expect(made.text()).toContain('2.5 kg')
    expect(made.text()).toContain('Laboratory')
    expect(made.text()).toContain('Please seal the jar')
    expect(made.text()).toContain(words.acts.ask)
    expect(made.text()).toContain('Taken as received on 2026-03-20')
    expect(made.text()).toContain(words.byClock)
  })

  it('is promised by a day, in the version that was read', async () => {
    const { made, submit } = await opened()
    await made.find('input[type=date]').setValue('2026-03-05')
    await submit()
    expect(sent).toEqual([
      { call: '/samples/p1/acceptance', body: { sendBy: '2026-03-05' }, version: '"1"' },
    ])
    expect(made.text()).toContain(words.status.accepted)
    expect(made.text()).not.toContain(words.acceptTitle)
  })

  it('is declined only with a reason', async () => {
    answer = { ...requested, status: 'declined', acts: [] }
    const { made, press } = await opened()
    await press(words.decline)
    await press(words.decline)
    expect(sent).toEqual([])
    const input = document.querySelector<HTMLInputElement>('.el-dialog input')
    if (input) input.value = 'Plant stands still'
    input?.dispatchEvent(new Event('input'))
    await rest()
    await press(words.decline)
    expect(sent).toMatchObject([
      { call: '/samples/p1/decline', body: { reason: 'Plant stands still' } },
    ])
    expect(made.text()).toContain(words.status.declined)
  })

  it('is sent only with its mark and how it was taken', async () => {
    sample = { ...requested, status: 'accepted', acts: ['send', 'decline'] }
    answer = { ...sample, status: 'sent', acts: [] }
    const { made, submit } = await opened()
    await submit()
    expect(sent).toEqual([])
    const inputs = made.findAll('input:not([type=date])')
    await inputs[0]?.setValue('SZ-1')
    await inputs[1]?.setValue('Laboratory of the plant')
    await made.find('textarea').setValue('Five points')
    await submit()
    expect(sent).toMatchObject([
      {
        call: '/samples/p1/dispatch',
        body: { mark: 'SZ-1', sampledBy: 'Laboratory of the plant', method: 'Five points' },
      },
    ])
    expect(sent[0]?.body).not.toHaveProperty('courier')
  })

  it('that does not suit has its reason', async () => {
    sample = { ...requested, status: 'received', acts: ['conclude'] }
    answer = { ...sample, status: 'concluded', verdict: 'unsuitable', acts: [] }
    const { made, submit } = await opened()
    await submit()
    expect(sent).toEqual([])
    await made.find('input[value=unsuitable]').setValue()
    await submit()
    expect(sent).toEqual([])
    await made.find('textarea').setValue('Too wet')
    await submit()
    expect(sent).toMatchObject([
      { call: '/samples/p1/conclusion', body: { verdict: 'unsuitable', text: 'Too wet' } },
    ])
    expect(made.text()).toContain(words.verdicts.unsuitable)
  })

  it('of which the reader can do nothing offers nothing', async () => {
    sample = { ...requested, acts: [] }
    const { made } = await opened()
    expect(made.find('form').exists()).toBe(false)
    expect(made.text()).not.toContain(words.withdraw)
  })
})
