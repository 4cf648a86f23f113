import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import type { WorkItem, WorkKind } from '@/api/model'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import { useWorkLines, type WorkLine } from './useWorkLines'

vi.mock('@/features/catalog', () => ({
  useCatalog: () => ({ materialName: (key: string) => key }),
}))

function words(locale: 'zh-CN' | 'en'): ReturnType<typeof useWorkLines> {
  const messages = { 'zh-CN': chinese, en: english }
  let made: ReturnType<typeof useWorkLines> | undefined
  const Host = defineComponent(() => {
    made = useWorkLines()
    return () => h('div')
  })
  mount(Host, { global: { plugins: [createI18n({ legacy: false, locale, messages })] } })
  if (!made) throw new Error('no words')
  return made
}

const item = (kind: WorkKind, label: string, more: Partial<WorkItem>): WorkItem => ({
  kind,
  key: 'k1',
  subjectId: 's1',
  label,
  voids: false,
  ...more,
})

function lineOf(it: WorkItem, locale: 'zh-CN' | 'en' = 'en'): WorkLine | undefined {
  const group = { kind: it.kind, due: true, count: 1, more: false, items: [it] }
  return words(locale).linesOf(group, group.items)[0]
}

const partner = {
  id: 'o1',
  name: '青石湾水泥',
  nameEn: 'Qingshi Bay Cement',
  kind: 'receiver',
  status: 'verified',
  adcode: '370982',
  demo: false,
}

describe('what waits is said with what matters for it', () => {
  it.each<[WorkItem, string, string]>([
    [
      item('offer', '钢渣尾渣', { partner, massKg: 150_000, priceYuanPerT: -12.5 }),
      '钢渣尾渣',
      'Qingshi Bay Cement · 150 t · -12.50 yuan/t',
    ],
    [
      item('agreement-to-sign', '转炉渣', {
        aspect: 'confirm',
        partner,
        note: 'A2026-000007',
        massKg: 800_000,
      }),
      '转炉渣',
      'signing outside to be confirmed · Qingshi Bay Cement · A2026-000007 · 800 t',
    ],
    [
      item('bid-to-open', '转炉渣', { partner, materialKey: 'bof-slag', massKg: 800_000 }),
      '转炉渣',
      'Qingshi Bay Cement · bof-slag · 800 t',
    ],
    [
      item('tender-to-award', '转炉渣', { materialKey: 'bof-slag', massKg: 800_000 }),
      '转炉渣',
      'bof-slag · 800 t',
    ],
    [
      item('tender-deposit-return', '转炉渣', { partner, amountFen: 5_000_000, note: 'B-77' }),
      '转炉渣',
      'Qingshi Bay Cement · 50,000.00 yuan · B-77',
    ],
    [
      item('load', 'L2026-000007', {
        note: '鲁SD9001',
        partner,
        materialKey: 'slag',
        massKg: 31_800,
      }),
      'L2026-000007 · 鲁SD9001',
      'slag · 31.8 t · Qingshi Bay Cement',
    ],
    [
      item('correction', 'L2026-000007', { aspect: 'receipt', partner, note: '磅单录错' }),
      'Correct receipt L2026-000007',
      'Qingshi Bay Cement · 磅单录错',
    ],
    [
      item('correction', 'L2026-000007', { aspect: 'refusal', voids: true, partner, note: '误点' }),
      'Void refusal L2026-000007',
      'Qingshi Bay Cement · 误点',
    ],
    [
      item('approval', '钢渣尾渣', {
        aspect: 'accept',
        partner,
        massKg: 31_800,
        priceYuanPerT: -12.5,
        note: '岳澜',
      }),
      '钢渣尾渣',
      'accept an offer · Qingshi Bay Cement · 31.8 t · -12.50 yuan/t · 岳澜',
    ],
    [item('lot-review', '钢渣尾渣', { note: '岳澜' }), '钢渣尾渣', '岳澜'],
    [item('lot-returned', '', { note: '价格有误' }), '(untitled)', '价格有误'],
    [
      item('statement', 'S2026-000003', {
        aspect: 'disputed',
        partner,
        month: '2026-02',
        amountFen: 1_234_500,
      }),
      'S2026-000003',
      'disputed by the other side · Qingshi Bay Cement · 2026-02 · 12,345.00 yuan',
    ],
    [
      item('payment', 'P2026-000001', { partner, amountFen: 1_250 }),
      'P2026-000001',
      'Qingshi Bay Cement · 12.50 yuan',
    ],
    [
      item('deposit', 'A2026-000007', { aspect: 'release', partner, amountFen: 0 }),
      'A2026-000007',
      'given back, to be confirmed · Qingshi Bay Cement · 0.00 yuan',
    ],
    [
      item('use-report', '水泥厂', {
        siteName: '水泥厂',
        materialKey: 'slag',
        massKg: 5_000,
        month: '2026-02',
      }),
      'slag: report for 2026-02',
      '水泥厂 · 5 t',
    ],
    [
      item('unreconciled', '1号高炉水渣', { materialKey: 'slag', massKg: 2_000 }),
      '1号高炉水渣',
      'slag · 2 t left before their generation was recorded',
    ],
    [
      item('verification', '青石湾水泥', { partner, note: '91370117DEM000014E' }),
      'Qingshi Bay Cement',
      '91370117DEM000014E',
    ],
    [
      item('stockpile', '矸石山', { labelEn: 'Gangue heap', massKg: 590_000, due: '2024-12-31' }),
      'Gangue heap',
      '590 t · to be cleared by 2024-12-31',
    ],
    [
      item('quality-report', '钢渣尾渣', { note: '省检测中心 YJ-031', due: '2026-04-01' }),
      '钢渣尾渣',
      '省检测中心 YJ-031 · ends on 2026-04-01',
    ],
    [
      item('lot-ending', '水渣', { massKg: 7_000, due: '2026-04-01' }),
      '水渣',
      '7 t left · ends on 2026-04-01',
    ],
    [
      item('demand-ending', '求购水渣', { massKg: 7_000, due: '2026-04-01' }),
      '求购水渣',
      '7 t left · ends on 2026-04-01',
    ],
    [
      item('unlisted', '1号高炉水渣', { materialKey: 'slag', massKg: 900_000 }),
      '1号高炉水渣',
      'slag · 900 t on hand',
    ],
  ])('$kind', (it, title, detail) => {
    expect(lineOf(it)).toMatchObject({ title, detail })
  })

  it('in the language of the page', () => {
    const stockpile = item('stockpile', '矸石山', {
      labelEn: 'Gangue heap',
      massKg: 590_000,
      due: '2024-12-31',
    })
    expect(lineOf(stockpile, 'zh-CN')).toMatchObject({
      title: '矸石山',
      detail: '590 吨 · 应于 2024-12-31 前清理',
    })
  })

  it('leaves out what is not known', () => {
    expect(lineOf(item('offer', '钢渣尾渣', { massKg: 0 }))).toMatchObject({ detail: '0 t' })
    expect(lineOf(item('verification', '青石湾水泥', {}))).toMatchObject({
      title: '青石湾水泥',
      detail: '',
    })
  })
})

it('new matches are one line, however many there are', () => {
  const group = { kind: 'match' as const, due: false, count: 200, more: true, items: [] }
  expect(words('en').linesOf(group, [])).toEqual([
    { key: 'match', to: { name: 'matches' }, title: 'New matches: 200+', detail: '' },
  ])
})
