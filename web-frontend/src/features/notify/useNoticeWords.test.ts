import { mount } from '@vue/test-utils'
import { describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import type { Notice } from '@/api/model'
import chinese from '@/locales/zh-CN.json'
import english from '@/locales/en.json'
import { useNoticeWords } from './useNoticeWords'

vi.mock('@/features/catalog', () => ({
  useCatalog: () => ({ materialName: (key: string) => key }),
}))

function words(locale: 'zh-CN' | 'en') {
  const messages = { 'zh-CN': chinese, en: english }
  let made: ReturnType<typeof useNoticeWords> | undefined
  const Host = defineComponent(() => {
    made = useNoticeWords()
    return () => h('div')
  })
  mount(Host, { global: { plugins: [createI18n({ legacy: false, locale, messages })] } })
  if (!made) throw new Error('no words')
  return made
}

const sent = { number: 1, sentAt: '2026-01-01T00:00:00Z', read: false }
const expiring: Notice = {
  ...sent,
  kind: 'report-expiring',
  subjects: { stream: 's1' },
  facts: {
    streamName: '转炉渣',
    laboratory: '省冶金检测中心',
    reportNumber: 'YJ-031',
    validTo: '2026-02-01',
  },
}

describe('a report that runs out', () => {
  it('is named with its last day and its stream', () => {
    expect(words('zh-CN').text(expiring)).toBe(
      '质检报告 YJ-031（省冶金检测中心）将于 2026-02-01 到期：转炉渣',
    )
    expect(words('en').text(expiring)).toBe(
      'Quality report YJ-031 (省冶金检测中心) runs out on 2026-02-01: 转炉渣',
    )
  })

  it('leads to its stream', () => {
    expect(words('en').link(expiring)).toEqual({ name: 'stream', params: { id: 's1' } })
  })
})

describe('new matches', () => {
  it('lead to the matches of what they are of', () => {
    const { text, link } = words('en')
    const facts = { count: 2, title: 'Slag', materialKey: 'bof-slag' }
    const notice: Notice = { ...sent, kind: 'matches-new', subjects: { lot: 'l1' }, facts }
    expect(text(notice)).toBe('New matches for “Slag”: 2 (bof-slag)')
    expect(link(notice)).toEqual({ name: 'matches', query: { lotId: 'l1' } })
  })
})

describe('what becomes of an offer', () => {
  const facts = {
    lotTitle: '钢渣尾渣',
    partner: '青石湾水泥',
    partnerEn: 'Qingshi Bay Cement',
    quantityKg: 150_000,
    priceYuanPerT: -12.5,
    validTo: '2026-02-01',
  }
  const told = (kind: string): Notice => ({
    ...sent,
    kind,
    subjects: { offer: 'o1', lot: 'l1' },
    facts,
  })
  const accepted: Notice = {
    ...told('offer-accepted'),
    subjects: { offer: 'o1', lot: 'l1', agreement: 'a1' },
    facts: { ...facts, agreementNumber: 'A2026-000007' },
  }

  it.each([
    ['offer-received', '青石湾水泥就“钢渣尾渣”报价：150 吨，-12.50 元/吨，有效期至 2026-02-01'],
    ['offer-countered', '青石湾水泥就“钢渣尾渣”还价：150 吨，-12.50 元/吨，有效期至 2026-02-01'],
    ['offer-declined', '青石湾水泥拒绝了贵单位就“钢渣尾渣”的报价（150 吨，-12.50 元/吨）'],
    ['offer-withdrawn', '青石湾水泥撤回了就“钢渣尾渣”的报价（150 吨，-12.50 元/吨）'],
    [
      'offer-expiring',
      '青石湾水泥就“钢渣尾渣”的报价（150 吨，-12.50 元/吨）将于 2026-02-01 到期，待贵单位答复',
    ],
    [
      'offer-expired',
      '与青石湾水泥就“钢渣尾渣”的报价（150 吨，-12.50 元/吨）已于 2026-02-01 到期失效，无人答复',
    ],
  ])('is said with the partner and the terms: %s', (kind, text) => {
    expect(words('zh-CN').text(told(kind))).toBe(text)
  })

  it('names the partner in the language of the page, where it has a name in it', () => {
    const { text } = words('en')
    expect(text(told('offer-received'))).toBe(
      'Qingshi Bay Cement made an offer on “钢渣尾渣”: 150 t at -12.50 yuan/t, valid until 2026-02-01',
    )
    const named = { ...told('offer-received'), facts: { ...facts, partnerEn: undefined } }
    expect(text(named)).toMatch(/^青石湾水泥 made an offer/)
  })

  it('leads to the offer', () => {
    const { link } = words('en')
    expect(link(told('offer-expired'))).toEqual({ name: 'offer', params: { id: 'o1' } })
  })

  it('leads to the agreement that came of it', () => {
    const { text, link } = words('en')
    expect(text(accepted)).toBe(
      'Qingshi Bay Cement accepted your offer on “钢渣尾渣” (150 t at -12.50 yuan/t): agreement A2026-000007 is made',
    )
    expect(link(accepted)).toEqual({ name: 'agreement', params: { id: 'a1' } })
  })

  it('is said plainly when the page does not know the kind', () => {
    expect(words('en').text(told('offer-lost'))).toBe(english.notice.plain)
  })
})

describe('what becomes of the text of an agreement', () => {
  const facts = {
    agreementNumber: 'A2026-000007',
    lotTitle: '转炉渣',
    partner: '青石湾水泥',
    partnerEn: 'Qingshi Bay Cement',
    number: 2,
    externalNumber: 'HT-118',
    reason: '日期不对',
    note: '延期一个月',
  }
  const told = (kind: string): Notice => ({
    ...sent,
    kind,
    subjects: { agreement: 'a1', lot: 'l1' },
    facts,
  })
  const KINDS = Object.keys(chinese.notice.document)

  it('is told of every kind with the agreement and its version', () => {
    expect(KINDS).toHaveLength(8)
    for (const kind of KINDS) {
      for (const locale of ['zh-CN', 'en'] as const) {
        const text = words(locale).text(told(kind))
        expect(text, kind).toContain('A2026-000007')
        expect(text, kind).not.toMatch(/[{}]|undefined/)
      }
    }
  })

  it.each([
    ['document-signed', '青石湾水泥签署了协议 A2026-000007（转炉渣）合同文本第 2 版，待贵单位签署'],
    [
      'document-paper-refused',
      '青石湾水泥不认可协议 A2026-000007（转炉渣）第 2 版的线下签署登记（合同编号 HT-118）：日期不对',
    ],
    [
      'document-amendment-proposed',
      '青石湾水泥对协议 A2026-000007（转炉渣）提出变更（第 2 版）：延期一个月',
    ],
  ])('is said with who did it, and why: %s', (kind, text) => {
    expect(words('zh-CN').text(told(kind))).toBe(text)
  })

  it('leads to the text, not to the agreement', () => {
    expect(words('en').link(told('document-complete'))).toEqual({
      name: 'agreement-document',
      params: { id: 'a1' },
    })
  })

  it.each([chinese, english])('has words where notices are bundled', ({ notice }) => {
    for (const kind of KINDS) {
      expect(notice.told[kind as keyof typeof notice.told], kind).toContain('{count}')
    }
  })
})

describe('what is said on an offer', () => {
  const facts = {
    lotTitle: '钢渣尾渣',
    partner: '青石湾水泥',
    partnerEn: 'Qingshi Bay Cement',
    text: '周三来两车 {可以吗} | @here',
    file: '装车安排.pdf',
  }
  const told = (kind: string): Notice => ({
    ...sent,
    kind,
    subjects: { offer: 'o1', lot: 'l1' },
    facts,
  })

  it.each([
    [
      'offer-message',
      '青石湾水泥就“钢渣尾渣”的报价留言：周三来两车 {可以吗} | @here',
      'Qingshi Bay Cement wrote on the offer for “钢渣尾渣”: 周三来两车 {可以吗} | @here',
    ],
    [
      'offer-file',
      '青石湾水泥就“钢渣尾渣”的报价附上文件：装车安排.pdf',
      'Qingshi Bay Cement attached a file to the offer for “钢渣尾渣”: 装车安排.pdf',
    ],
  ])('is told with who said it, as it was written: %s', (kind, zh, en) => {
    expect(words('zh-CN').text(told(kind))).toBe(zh)
    expect(words('en').text(told(kind))).toBe(en)
  })

  it('leads to the offer', () => {
    expect(words('en').link(told('offer-message'))).toEqual({ name: 'offer', params: { id: 'o1' } })
  })

  it.each([chinese, english])('has words where notices are bundled', ({ notice }) => {
    expect(notice.told['offer-message']).toContain('{count}')
    expect(notice.told['offer-file']).toContain('{count}')
  })
})

describe('new results of a saved search', () => {
  const notice: Notice = {
    ...sent,
    kind: 'search-results-new',
    subjects: {},
    facts: { name: '干钢渣', count: 2, kind: 'lots', query: 'material=bof-slag&material=eaf-slag' },
  }

  it('are said with their number, and lead to the search', () => {
    const { text, link } = words('zh-CN')

    expect(text(notice)).toBe('搜索“干钢渣”有 2 条新结果')
    expect(link(notice)).toEqual({
      name: 'search-lots',
      query: { material: ['bof-slag', 'eaf-slag'] },
    })
  })
})

describe('a lot or a demand that ends', () => {
  const lot: Notice = {
    ...sent,
    kind: 'lot-expiring',
    subjects: { lot: 'l1' },
    facts: { title: '钢渣尾渣', availableTo: '2026-02-01', availableKg: 150_000 },
  }
  const demand: Notice = {
    ...sent,
    kind: 'demand-expired',
    subjects: { demand: 'd1' },
    facts: { title: '水渣', neededTo: '2026-02-01', openKg: 5_000 },
  }

  it('is said with its last day and what is left of it', () => {
    const { text } = words('zh-CN')
    expect(text(lot)).toBe('挂牌“钢渣尾渣”将于 2026-02-01 到期，还有 150 吨未售出')
    expect(
      text({
        ...lot,
        kind: 'lot-expired',
        facts: { ...lot.facts, availableKg: undefined, releasedKg: 20_000 },
      }),
    ).toBe('挂牌“钢渣尾渣”已于 2026-02-01 到期下架，未售出的 20 吨已释放')
    expect(words('en').text(demand)).toBe('Demand “水渣” ended on 2026-02-01 with 5 t still open')
  })

  it('leads to itself', () => {
    const { link } = words('en')
    expect(link(lot)).toEqual({ name: 'lot', params: { id: 'l1' } })
    expect(link(demand)).toEqual({ name: 'demand', params: { id: 'd1' } })
  })
})

describe('a draft of a lot', () => {
  const told = (kind: string, facts: object): Notice => ({
    ...sent,
    kind,
    subjects: { draft: 'd1' },
    facts: { member: '岳澜', title: '钢渣 {1}', ...facts },
  })

  it.each([
    [
      'lot-submitted',
      {},
      '岳澜提交了挂牌“钢渣 {1}”，待管理员审核',
      '岳澜 submitted lot “钢渣 {1}” for review',
    ],
    [
      'lot-returned',
      { reason: '价格偏高' },
      '岳澜退回了挂牌“钢渣 {1}”：价格偏高',
      '岳澜 gave back lot “钢渣 {1}”: 价格偏高',
    ],
    [
      'lot-draft-published',
      {},
      '岳澜发布了提交审核的挂牌“钢渣 {1}”',
      '岳澜 published lot “钢渣 {1}”, which was in review',
    ],
  ])('is said with who did what, and why: %s', (kind, facts, zh, en) => {
    expect(words('zh-CN').text(told(kind, facts))).toBe(zh)
    expect(words('en').text(told(kind, facts))).toBe(en)
  })

  it('has a name also without a title', () => {
    expect(words('en').text(told('lot-submitted', { title: '' }))).toContain('(untitled)')
  })

  it('leads to itself', () => {
    const { link } = words('en')
    expect(link(told('lot-returned', {}))).toEqual({ name: 'lot-draft', params: { id: 'd1' } })
  })

  it('leads to the lot once it is published', () => {
    const { link } = words('en')
    const published = { ...told('lot-draft-published', {}), subjects: { lot: 'l1' } }
    expect(link(published)).toEqual({ name: 'lot', params: { id: 'l1' } })
  })

  it.each([chinese, english])('has words where notices are bundled', ({ notice }) => {
    expect(notice.told['lot-submitted']).toContain('{count}')
    expect(notice.told['lot-returned']).toContain('{count}')
    expect(notice.told['lot-draft-published']).toContain('{count}')
  })
})

describe('a request for approval', () => {
  const told = (kind: string, facts: object): Notice => ({
    ...sent,
    kind,
    subjects: { approval: 'p1' },
    facts: {
      member: '岳澜',
      title: '钢渣 {1}',
      act: 'accept',
      quantityKg: 10_000,
      priceYuanPerT: 45,
      ...facts,
    },
  })

  it.each([
    ['approval-asked', {}, '岳澜提交审批：接受报价，“钢渣 {1}”'],
    ['approval-given', { act: 'award' }, '岳澜批准了：定标，“钢渣 {1}”'],
    ['approval-refused', { reason: '价格偏低' }, '岳澜未批准：接受报价，“钢渣 {1}”：价格偏低'],
    [
      'approval-overtaken',
      { act: 'counter' },
      '审批申请失效，未办理：还价，“钢渣 {1}”，申请人岳澜',
    ],
  ])('is said with who did what: %s', (kind, facts, zh) => {
    expect(words('zh-CN').text(told(kind, facts))).toContain(zh)
    expect(words('en').text(told(kind, facts))).toContain('钢渣 {1}')
  })

  it('leads to itself', () => {
    const { link } = words('en')
    expect(link(told('approval-asked', {}))).toEqual({ name: 'approval', params: { id: 'p1' } })
  })

  it.each([chinese, english])('has words where notices are bundled', ({ notice }) => {
    for (const kind of Object.keys(notice.approval)) {
      expect(notice.told[kind as keyof typeof notice.told]).toContain('{count}')
    }
  })
})

describe('what happens in a tender', () => {
  const facts = {
    lotTitle: '转炉渣',
    quantityKg: 800_000,
    partner: '云岭钢铁',
    partnerEn: 'Yunling Steel',
    opensUntil: '2026-03-06T04:00:00Z',
    awardUntil: '2026-03-11T04:00:00Z',
    bids: 4,
    counting: 3,
    priceYuanPerT: -12.5,
    agreementNumber: 'A2026-000012',
    amountFen: 5_000_000,
    reason: '停产检修',
  }
  const subjects = { tender: 't1', lot: 'l1' }
  const told = (kind: string, without: string[] = []): Notice => ({
    ...sent,
    kind,
    subjects,
    facts: Object.fromEntries(Object.entries(facts).filter(([name]) => !without.includes(name))),
  })

  it.each([
    [
      told('tender-closed'),
      'The tender of Yunling Steel for “转炉渣” (800 t) is closed: open your bid before 2026-03-06 12:00',
    ],
    [
      told('tender-closed-own', ['partner', 'awardUntil']),
      'Your tender for “转炉渣” is closed: 4 bids, 3 of them count; they are opened until 2026-03-06 12:00',
    ],
    [told('tender-failed', ['partner']), 'The tender for “转炉渣” (800 t) failed'],
    [
      told('tender-award-due', ['partner', 'opensUntil']),
      'The bids for “转炉渣” are opened, 3 of them count: award before 2026-03-11 12:00',
    ],
    [
      told('tender-awarded'),
      'You won the tender of Yunling Steel for “转炉渣” (800 t) at -12.50 yuan/t: agreement A2026-000012 is made',
    ],
    [
      told('tender-deposit-rejected'),
      'Yunling Steel did not receive your bid deposit of 50,000.00 yuan for “转炉渣”: 停产检修',
    ],
  ])('is said with what matters of it', (notice, text) => {
    expect(words('en').text(notice)).toBe(text)
  })

  it.each(Object.keys(english.notice.tender))('has words in both languages: %s', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      expect(words(locale).text(told(kind))).not.toMatch(/undefined|NaN|notice\.|[{}]/)
    }
    expect(english.notice.told).toHaveProperty(kind)
  })

  it('leads to the tender, and the winner to his agreement', () => {
    const { link } = words('en')
    expect(link(told('tender-not-won'))).toEqual({ name: 'tender', params: { id: 't1' } })
    const won = { ...told('tender-awarded'), subjects: { ...subjects, agreement: 'a1' } }
    expect(link(won)).toEqual({ name: 'agreement', params: { id: 'a1' } })
  })
})

describe('an import that is over', () => {
  const facts = { fileName: '台账 {1}.xlsx', created: 1_200, changed: 3, refused: 2 }
  const told = (more: object): Notice => ({
    ...sent,
    kind: 'import-ended',
    subjects: { import: 'i1' },
    facts: { ...facts, ...more },
  })

  it.each([
    [
      {},
      '“台账 {1}.xlsx”导入完毕：新增 1,200，更改 3，未通过 2',
      '“台账 {1}.xlsx” is imported: 1,200 new, 3 changed, 2 refused',
    ],
    [
      { dryRun: true, status: 'ended' },
      '“台账 {1}.xlsx”检查完毕，没有写入：可新增 1,200，可更改 3，未通过 2',
      '“台账 {1}.xlsx” is checked and nothing was written: 1,200 would be new, 3 changed, 2 are refused',
    ],
    [
      { dryRun: true, status: 'cancelled' },
      '“台账 {1}.xlsx”的处理已取消',
      '“台账 {1}.xlsx” was cancelled',
    ],
    [
      { dryRun: false, status: 'failed' },
      '“台账 {1}.xlsx”没有处理完',
      '“台账 {1}.xlsx” was not dealt with to its end',
    ],
  ])('is said with its file and what became of it: %o', (more, zh, en) => {
    expect(words('zh-CN').text(told(more))).toBe(zh)
    expect(words('en').text(told(more))).toBe(en)
  })

  it('leads to its lines', () => {
    expect(words('en').link(told({}))).toEqual({ name: 'import', params: { id: 'i1' } })
  })
})
