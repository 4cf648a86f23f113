import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query'
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { useOutgoingFiles } from './useOutgoingFiles'

const REPORT = '/quality-reports/r1'

interface Sent {
  path: string
  name: string | null
  key: string | null
}

let sent: Sent[] = []
let answers: (() => Response | Promise<Response>)[] = []

const json = (body: unknown, status: number) => new Response(JSON.stringify(body), { status })
const taken = () => json({ id: 'f' }, 201)
const refused = (code: string, status = 422) => json({ code, detail: 'x' }, status)
function lost(): never {
  throw new TypeError('Failed to fetch')
}

async function exchange(url: string, init: RequestInit): Promise<Response> {
  const { pathname, searchParams } = new URL(url, 'http://exchange')
  const key = new Headers(init.headers).get('Idempotency-Key')
  sent.push({ path: pathname, name: searchParams.get('name'), key })
  return (answers.shift() ?? taken)()
}

beforeEach(() => {
  sent = []
  answers = []
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  vi.unstubAllGlobals()
})

function started(room?: () => number) {
  let made: ReturnType<typeof useOutgoingFiles> | undefined
  const Host = defineComponent(() => {
    made = useOutgoingFiles(room)
    return () => h('div')
  })
  mount(Host, { global: { plugins: [[VueQueryPlugin, { queryClient: new QueryClient() }]] } })
  if (!made) throw new Error('no files')
  return made
}

const pdf = (name: string) => new File(['%PDF-1.7'], name, { type: 'application/pdf' })
const statesOf = ({ files }: ReturnType<typeof useOutgoingFiles>) =>
  files.value.map(({ file, state }) => [file.name, state])

describe('files on their way', () => {
  it('are sent one after the other under their names', async () => {
    const made = started()
    let finish: (answer: Response) => void = () => undefined
    answers = [() => new Promise((done) => (finish = done))]
    made.choose([pdf('1.pdf'), pdf('2.pdf')])

    const sending = made.send(REPORT)
    await vi.waitFor(() => expect(sent).toHaveLength(1))
    expect(made.sending.value).toBe(true)
    expect(statesOf(made)).toEqual([
      ['1.pdf', 'sending'],
      ['2.pdf', 'waiting'],
    ])
    finish(taken())

    expect(await sending).toBe(2)
    expect(sent.map(({ path, name }) => [path, name])).toEqual([
      ['/api/v1/quality-reports/r1/files', '1.pdf'],
      ['/api/v1/quality-reports/r1/files', '2.pdf'],
    ])
    expect(sent[0]?.key).not.toBe(sent[1]?.key)
    expect([made.complete.value, made.left.value, made.sending.value]).toEqual([true, false, false])
  })

  it('are not kept by one that is refused, which is not sent again', async () => {
    const made = started()
    answers = [() => refused('file-kind-unknown')]
    made.choose([pdf('1.pdf'), pdf('2.pdf')])

    expect(await made.send(REPORT)).toBe(1)
    expect(statesOf(made)).toEqual([
      ['1.pdf', 'failed'],
      ['2.pdf', 'attached'],
    ])
    expect(made.files.value[0]?.problem?.code).toBe('file-kind-unknown')
    expect([made.complete.value, made.left.value]).toEqual([false, false])
    expect(await made.send(REPORT)).toBe(0)
    expect(sent).toHaveLength(2)
  })

  it('are sent again with their own keys after the connection was lost', async () => {
    const made = started()
    answers = [lost, taken, lost]
    made.choose(['1.pdf', '2.pdf', '3.pdf'].map(pdf))

    expect(await made.send(REPORT)).toBe(1)
    expect(made.left.value).toBe(true)
    expect(await made.send(REPORT)).toBe(2)
    expect(made.complete.value).toBe(true)
    const keyOf = (at: number) => sent[at]?.key
    expect(sent.map(({ name }) => name)).toEqual(['1.pdf', '2.pdf', '3.pdf', '1.pdf', '3.pdf'])
    expect([keyOf(3), keyOf(4)]).toEqual([keyOf(0), keyOf(2)])
  })

  it('are chosen anew once it is known what became of them', async () => {
    const made = started(() => 1)
    answers = [() => refused('file-attached-already', 409)]
    made.choose([pdf('1.pdf'), pdf('2.pdf')])
    expect(made.refused.value.map(({ file }) => file.name)).toEqual(['2.pdf'])
    await made.send(REPORT)

    made.choose([pdf('1.pdf')])
    expect(statesOf(made)).toEqual([['1.pdf', 'waiting']])
    expect(made.refused.value).toEqual([])
  })

  it('can be taken out before they are sent', async () => {
    const made = started()
    made.choose([pdf('1.pdf'), pdf('2.pdf')])
    made.remove(made.files.value[0]?.key ?? '')
    await made.send(REPORT)
    expect(sent.map(({ name }) => name)).toEqual(['2.pdf'])
  })

  it('are not sent twice at once', async () => {
    const made = started()
    made.choose([pdf('1.pdf')])
    expect(await Promise.all([made.send(REPORT), made.send(REPORT)])).toEqual([1, 0])
    expect(sent).toHaveLength(1)
  })
})
