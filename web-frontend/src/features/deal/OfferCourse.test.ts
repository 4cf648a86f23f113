import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Offer } from '@/api/model'
import english from '@/locales/en.json'
import OfferCourse from './OfferCourse.vue'

vi.mock('@/features/catalog', () => ({
  useWays: () => ({ basisName: () => 'Ex works' }),
  useCatalog: () => ({ parameterName: (key: string) => key }),
}))

const words = english.offer.course

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-10T04:00:00Z'), toFake: ['Date'] })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const first = {
  id: 'o1',
  status: 'countered',
  proposer: 'buyer',
  seller: { id: 's', name: '云岭钢铁', nameEn: 'Yunling Steel' },
  buyer: { id: 'b', name: '青石湾水泥', nameEn: 'Qingshi Bay Cement' },
  priceYuanPerT: 70,
  adjustments: [] as Offer['adjustments'],
  quantityKg: 50_000,
  deliverFrom: '2026-04-01',
  deliverTo: '2026-05-31',
  tolerancePct: 5,
  governingScale: 'buyer',
  governingAssay: 'buyer',
  pollutionTerms: 'Closed vehicles.',
  validTo: '2026-03-11',
  createdAt: '2026-03-09T04:00:00Z',
} as Offer
const counter: Offer = {
  ...first,
  id: 'o2',
  status: 'open',
  proposer: 'seller',
  priceYuanPerT: 75,
  governingScale: 'seller',
  message: 'Our lowest price.',
}

async function shown(items: Offer[]) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ items }))))
  const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const course = mount(OfferCourse, {
    props: { id: 'o2' },
    global: {
      plugins: [i18n, [VueQueryPlugin, { queryClient }]],
      stubs: { RouterLink: RouterLinkStub },
    },
  })
  await flushPromises()
  await new Promise((done) => setTimeout(done))
  await flushPromises()
  return course
}

describe('the course of a negotiation', () => {
  it('is no matter of an offer that nobody countered', async () => {
    const course = await shown([counter])
    expect(course.text()).toBe('')
  })

  it('shows each offer with who proposed it and what became of it', async () => {
    const steps = (await shown([first, counter])).findAll('li')
    expect(steps).toHaveLength(2)
    expect(steps[0]?.text()).toContain('Qingshi Bay Cement')
    expect(steps[0]?.text()).toContain(english.enum.offerStatus.countered)
    expect(steps[1]?.text()).toContain('Yunling Steel')
    expect(steps[1]?.text()).toContain(counter.message)
  })

  it('marks the one that is looked at, and leads to the others', async () => {
    const course = await shown([first, counter])
    const current = course.findAll('[aria-current]')
    expect(current.map((it) => it.text().includes(words.here))).toEqual([true])
    const links = course.findAllComponents(RouterLinkStub)
    expect(links.map((link) => link.props('to'))).toEqual([{ name: 'offer', params: { id: 'o1' } }])
  })

  it('marks what an answer changed, and shows also terms that are seldom touched', async () => {
    const [before, after] = (await shown([first, counter])).findAll('li')
    const marked = (step: typeof before) =>
      step
        ?.findAll('dl > div')
        .filter((line) => line.text().includes(words.changed))
        .map((line) => line.get('dt').text())
    expect(marked(before)).toEqual([])
    expect(marked(after)).toEqual(['Ex works', english.offer.governingScale])
    expect(before?.text()).not.toContain(english.offer.governingScale)
  })

  it('names what the price depends on where that changed', async () => {
    const moved = (parameter: string): Offer['adjustments'][number] => ({
      parameter,
      basis: 'none',
      guaranteed: 1,
      bands: [],
    })
    const answer = { ...first, id: 'o2', adjustments: [moved('tfe'), moved('moisture')] }
    const [before, after] = (await shown([first, answer])).findAll('li')
    expect(before?.text()).not.toContain(english.adjustment.title)
    const line = after?.findAll('dl > div').find((it) => it.text().includes('tfe'))
    expect(line?.text()).toBe(`${english.adjustment.title}tfe, moisture${words.changed}`)
    expect(after?.text()).toContain('Ex works (base price)')
  })

  it('counts the days of the one that still waits', async () => {
    const [before, after] = (await shown([first, counter])).findAll('li')
    expect(before?.text()).not.toContain('day left')
    expect(after?.text()).toContain('1 day left')
  })
})
