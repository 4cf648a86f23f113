import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import type { NewQualityReport } from '@/api/model'
import { useReportRecording } from './useReportRecording'

const REPORT = '/api/v1/streams/s1/quality-reports'
const FILE = '/api/v1/quality-reports/r1/files'
const draft = { reportNumber: 'ZJ-1' } as NewQualityReport
const report = { id: 'r1', reportNumber: 'ZJ-1' }

let sent: string[] = []
let answers: (() => Response)[] = []

const json = (body: unknown, status = 201) => new Response(JSON.stringify(body), { status })
function lost(): never {
  throw new TypeError('Failed to fetch')
}

async function exchange(url: string): Promise<Response> {
  sent.push(new URL(url, 'http://exchange').pathname)
  return (answers.shift() ?? lost)()
}

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function started() {
  let made: ReturnType<typeof useReportRecording> | undefined
  const Host = defineComponent(() => {
    made = useReportRecording(() => 's1')
    return () => h('div')
  })
  mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  if (!made) throw new Error('no recording')
  return made
}

const pdf = () => new File(['%PDF-1.7'], '1.pdf', { type: 'application/pdf' })

describe('recording a report', () => {
  it('needs no file', async () => {
    const made = started()
    answers = [() => json(report)]
    expect(await made.record(draft)).toEqual(report)
    expect(sent).toEqual([REPORT])
  })

  it('attaches its files to it', async () => {
    const made = started()
    answers = [() => json(report), () => json({ id: 'f' })]
    made.files.choose([pdf()])
    expect(await made.record(draft)).toEqual(report)
    expect(sent).toEqual([REPORT, FILE])
  })

  it('sends no file while there is no report', async () => {
    const made = started()
    answers = [() => json({ code: 'report-recorded-already', detail: 'x' }, 409)]
    made.files.choose([pdf()])
    expect(await made.record(draft)).toBeUndefined()
    expect(made.recorded.value).toBeUndefined()
    expect(made.problem.value?.code).toBe('report-recorded-already')
    expect(sent).toEqual([REPORT])
  })

  it('is done once, however often a file is tried', async () => {
    const made = started()
    answers = [() => json(report), lost, () => json({ id: 'f' })]
    made.files.choose([pdf()])

    expect(await made.record(draft)).toBeUndefined()
    expect(made.recorded.value).toEqual(report)
    expect(made.files.left.value).toBe(true)

    expect(await made.record(draft)).toEqual(report)
    expect(sent).toEqual([REPORT, FILE, FILE])
  })

  it('begins anew', async () => {
    const made = started()
    answers = [() => json(report), lost]
    made.files.choose([pdf()])
    await made.record(draft)
    made.reset()
    expect([made.recorded.value, made.files.files.value]).toEqual([undefined, []])
  })
})
