import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, reactive } from 'vue'
import type { Screening, ScreeningRequest } from '@/api/model'
import { useScreening } from './useScreening'

const asked = vi.hoisted(() => vi.fn())
vi.mock('@/features/catalog', () => ({ screen: asked }))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  asked.mockReset()
})

function start() {
  const form = reactive<ScreeningRequest>({ name: '' })
  const scope = effectScope()
  const state = scope.run(() => useScreening(() => ({ name: form.name || undefined })))
  if (!state) throw new Error('no scope')
  return { form, scope, ...state }
}

describe('screening while typing', () => {
  it('asks nothing for an empty form', async () => {
    const { screening, scope } = start()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(asked).not.toHaveBeenCalled()
    expect(screening.value).toBeUndefined()
    scope.stop()
  })

  it('asks once after a pause', async () => {
    asked.mockResolvedValue({ verdict: 'clear' })
    const { form, screening, scope } = start()
    for (const name of ['电', '电炉', '电炉灰']) {
      form.name = name
      await nextTick()
      await vi.advanceTimersByTimeAsync(100)
    }
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toHaveBeenCalledOnce()
    expect(asked.mock.calls[0]?.[0]).toEqual({ name: '电炉灰' })
    expect(screening.value).toEqual({ verdict: 'clear' })
    scope.stop()
  })

  it('throws away an answer that was overtaken', async () => {
    const answers: ((answer: Screening) => void)[] = []
    asked.mockImplementation(() => new Promise<Screening>((done) => answers.push(done)))
    const { form, screening, scope } = start()
    form.name = 'slow'
    await nextTick()
    await vi.advanceTimersByTimeAsync(400)
    form.name = 'fast'
    await nextTick()
    await vi.advanceTimersByTimeAsync(400)
    answers[1]?.({ verdict: 'refused' })
    answers[0]?.({ verdict: 'clear' })
    await vi.advanceTimersByTimeAsync(0)
    expect(screening.value).toEqual({ verdict: 'refused' })
    scope.stop()
  })

  it('shows why it could not ask', async () => {
    asked.mockRejectedValue(new TypeError('Failed to fetch'))
    const { form, problem, scope } = start()
    form.name = 'x'
    await nextTick()
    await vi.advanceTimersByTimeAsync(400)
    expect(problem.value?.code).toBe('network')
    scope.stop()
  })
})
