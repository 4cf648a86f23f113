import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick, reactive } from 'vue'
import type { Coverage } from '@/api/model'
import { intendedOf, useForecast, type Typed } from './useForecast'

const asked = vi.hoisted(() => vi.fn())
vi.mock('./queries', () => ({ coverageWith: asked }))

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  asked.mockReset()
})

const WHOLE: Typed = {
  streamId: 's1',
  from: '2026-11-01',
  until: '2026-12-31',
  quantityKg: 5_000,
}

function start(typed: Typed) {
  const form = reactive<Typed>({ ...typed })
  const scope = effectScope()
  const state = scope.run(() => useForecast(() => form))
  if (!state) throw new Error('no scope')
  return { form, scope, ...state }
}

describe('what can be asked about', () => {
  it('is a quantity of a stream until a day', () => {
    expect(intendedOf({ ...WHOLE, instead: 'l1' })).toEqual({
      streamId: 's1',
      until: '2026-12-31',
      quantityKg: 5_000,
      instead: 'l1',
    })
  })

  it.each<Partial<Typed>>([
    { streamId: undefined },
    { until: '' },
    { until: '2026-10-31' },
    { quantityKg: undefined },
    { quantityKg: 0 },
    { quantityKg: -1 },
    { quantityKg: Number.NaN },
    { quantityKg: 10_000_000_001 },
  ])('is nothing with %o', (part) => {
    expect(intendedOf({ ...WHOLE, ...part })).toBeUndefined()
  })
})

describe('the forecast while typing', () => {
  it('asks once after a pause, of what was typed last', async () => {
    asked.mockResolvedValue({ coverage: { state: 'covered' } })
    const { form, forecast, scope } = start({ ...WHOLE, quantityKg: undefined })
    for (const kg of [1_000, 12_000, 123_000]) {
      form.quantityKg = kg
      await nextTick()
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(asked).not.toHaveBeenCalled()
    await vi.advanceTimersByTimeAsync(400)
    expect(asked).toHaveBeenCalledOnce()
    expect(asked.mock.calls[0]?.[0]).toMatchObject({ quantityKg: 123_000 })
    expect(forecast.value).toEqual({ coverage: { state: 'covered' } })
    scope.stop()
  })

  it('throws away an answer that was overtaken', async () => {
    let answerFirst: (forecast: { coverage: Partial<Coverage> }) => void = () => undefined
    asked.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)))
    asked.mockResolvedValueOnce({ coverage: { state: 'beyond' } })
    const { form, forecast, scope } = start(WHOLE)
    await vi.advanceTimersByTimeAsync(400)
    form.quantityKg = 9_000_000
    await nextTick()
    await vi.advanceTimersByTimeAsync(400)
    answerFirst({ coverage: { state: 'covered' } })
    await nextTick()
    expect(forecast.value).toEqual({ coverage: { state: 'beyond' } })
    scope.stop()
  })

  it('says nothing any more when the quantity is taken away', async () => {
    asked.mockResolvedValue({ coverage: { state: 'unknown' } })
    const { form, forecast, scope } = start(WHOLE)
    await vi.advanceTimersByTimeAsync(400)
    expect(forecast.value).toBeDefined()
    form.quantityKg = undefined
    await nextTick()
    expect(forecast.value).toBeUndefined()
    scope.stop()
  })

  it('tells what went wrong', async () => {
    asked.mockRejectedValue(new Error('down'))
    const { forecast, problem, scope } = start(WHOLE)
    await vi.advanceTimersByTimeAsync(400)
    expect(forecast.value).toBeUndefined()
    expect(problem.value).toBeDefined()
    scope.stop()
  })
})
