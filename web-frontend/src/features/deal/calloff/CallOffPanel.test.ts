import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, type VueWrapper } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Agreement, CallOff, CallOffPlan } from '@/api/model'
import english from '@/locales/en.json'
import CallOffPanel from './CallOffPanel.vue'

/** A fault is shown a moment after it is found. */
const SHOWN_MS = 150
const words = english.callOff

const requested: CallOff = {
  id: 'c1',
  version: 1,
  status: 'requested',
  agreementId: 'a1',
  month: '2027-03',
  quantityKg: 120_000,
  note: 'ten trucks a day',
  calledAt: '2027-02-26T02:00:00Z',
  dueOn: '2027-03-01',
  acts: [],
}

const month = (name: string) => ({
  month: name,
  plannedKg: 100_000,
  leastKg: 90_000,
  mostKg: 110_000,
  callOffBy: '2027-02-25',
  limitKg: 0,
  leftKg: 0,
})

let plan: CallOffPlan
let sent: { path: string; body: unknown }[]
let panel: VueWrapper | undefined

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2027-02-26T04:00:00Z'), toFake: ['Date'] })
  plan = {
    agreementId: 'a1',
    framework: { callOffDay: 25, flexibilityPct: 10, answerDays: 3 },
    limitKg: 210_000,
    takenKg: 120_000,
    mayCallOff: false,
    months: [
      { ...month('2027-03'), calledKg: 120_000, callOffId: 'c1', status: 'requested' },
      month('2027-04'),
    ],
    callOffs: [requested],
  }
  sent = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    if (method !== 'POST') return json(plan)
    sent.push({ path: url.replace('/api/v1', ''), body: JSON.parse(String(body)) })
    return json(requested)
  })
})
afterEach(() => {
  panel?.unmount()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function rest(): Promise<void> {
  for (let turn = 0; turn < 6; turn++) {
    await flushPromises()
    await new Promise((done) => setTimeout(done))
  }
}

async function shown() {
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const made = mount(CallOffPanel, {
    props: { agreement: { id: 'a1' } as Agreement },
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: {
        RouterLink: true,
        ElDialog: {
          props: ['modelValue'],
          template: '<div v-if="modelValue" role="dialog"><slot /><slot name="footer" /></div>',
        },
      },
    },
  })
  panel = made
  await rest()
  const buttons = () => made.findAll('button').map((button) => button.text())
  const press = async (name: string, within = '') => {
    const button = made.findAll(`${within} button`).find((it) => it.text() === name)
    if (!button) throw new Error(`no button ${name}`)
    await button.trigger('click')
    await rest()
  }
  const send = async () => {
    await made.get('form').trigger('submit')
    await rest()
    await new Promise((done) => setTimeout(done, SHOWN_MS))
  }
  return { made, buttons, press, send }
}

describe('the months of a framework', () => {
  it('are drawn and written, with what is called off of them', async () => {
    const { made, buttons } = await shown()
    expect(made.find('[role=img]').attributes('aria-label')).toContain(
      '2027-03 Planned 100 t Called off 120 t Left 0 t',
    )
    expect(made.text()).toContain(words.status.requested)
    expect(made.text()).toContain('ten trucks a day')
    expect(buttons()).toEqual([])
  })

  it('are marked when more left than was called off and tolerance allows', async () => {
    plan.months = [
      {
        ...month('2027-02'),
        calledKg: 90_000,
        status: 'accepted',
        limitKg: 94_500,
        leftKg: 94_500,
      },
      {
        ...month('2027-03'),
        calledKg: 90_000,
        status: 'accepted',
        limitKg: 94_500,
        leftKg: 97_500,
      },
      { ...month('2027-04'), leftKg: 32_000 },
    ]
    const { made } = await shown()
    const marks = made.findAll('.tag.warn').map((tag) => tag.text())
    expect(marks.filter((text) => text.includes('beyond'))).toEqual([
      '3 t beyond the call-off',
      '32 t beyond the call-off',
    ])
  })

  it('are called off by the buyer, who is told what silence means', async () => {
    plan.mayCallOff = true
    plan.months = plan.months.map((each) => ({ ...each, callOffBy: '2027-03-25' }))
    const { made, send } = await shown()
    expect(made.get('[role=status]').text()).toContain('it holds unless')
    const [quantity, note] = made.findAll('form input:not([role=combobox])')
    await quantity?.setValue('111')
    expect(made.get('[role=status]').text()).toContain('consent')
    await note?.setValue(' by night ')
    await send()
    expect(sent).toEqual([
      {
        path: '/agreements/a1/call-offs',
        body: { month: '2027-04', quantityKg: 111_000, note: 'by night' },
      },
    ])
  })

  it('are not called off without a quantity', async () => {
    plan.mayCallOff = true
    const { made, send } = await shown()
    await made.findAll('form input:not([role=combobox])')[0]?.setValue('')
    await send()
    expect(sent).toEqual([])
    expect(made.text()).toContain(english.fault.positive)
  })

  it('are answered by the seller, a refusal only with its reason', async () => {
    plan.callOffs = [{ ...requested, acts: ['accept', 'decline'] }]
    const { made, press } = await shown()
    await press(words.accept)
    await press(words.accept, '[role=dialog]')
    await press(words.decline)
    await press(words.decline, '[role=dialog]')
    await made.get('[role=dialog] input').setValue('standstill')
    await press(words.decline, '[role=dialog]')
    expect(sent).toEqual([
      { path: '/agreements/a1/call-offs/c1/acceptance', body: {} },
      { path: '/agreements/a1/call-offs/c1/decline', body: { reason: 'standstill' } },
    ])
  })

  it('say when nothing can be called off any more', async () => {
    plan.mayCallOff = true
    plan.months = plan.months.slice(0, 1)
    const { made } = await shown()
    expect(made.text()).toContain(words.allCalled)
  })
})
