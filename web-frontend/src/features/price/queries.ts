import { keepPreviousData, useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  AdjustedPrice,
  IndexValue,
  NewIndexValue,
  PriceIndex,
  PriceIndexDefinition,
  PriceQuestion,
  QualityAdjustment,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { usePages } from '@/api/usePages'
import { useSettled } from '@/ui/useSettled'

const PATH = '/price-examples'
const INDICES = '/price-indices'

/** All of them: a choice must not miss any. */
export const useAllPriceIndices = () => usePages<PriceIndex>(INDICES, {}, { all: true })

export const useIndexValues = (code: () => string) =>
  usePages<IndexValue>(() => `${INDICES}/${code()}/values`)

export const useIndexDefinition = () =>
  useCommand(
    ({ code, version, input }: { code: string; version: number; input: PriceIndexDefinition }) =>
      http.put<PriceIndex>(`${INDICES}/${code}`, input, { version }),
  )

export const useIndexStatement = () =>
  useCommand(({ code, input }: { code: string; input: NewIndexValue }, key: string) =>
    http.post<IndexValue>(`${INDICES}/${code}/values`, input, { key }),
  )

/** A question that changes nothing. */
const ask = (question: PriceQuestion, signal: AbortSignal) =>
  http.post<AdjustedPrice>(PATH, question, { signal })

/**
 * What a tonne of a certain quality costs, asked while it is typed. As long as there is no question
 * there is no answer; while the next one is awaited the one before stays.
 */
export function usePriceExample(question: () => PriceQuestion | undefined) {
  const settled = useSettled(question)
  const result = useQuery({
    queryKey: computed(() => [PATH, settled.value]),
    queryFn: ({ signal }) => ask(settled.value as PriceQuestion, signal),
    enabled: computed(() => settled.value !== undefined),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
  const asked = computed(() => question() !== undefined)
  return {
    price: computed(() => (asked.value ? result.data.value : undefined)),
    pending: computed(() => asked.value && result.isPending.value),
    /** What is shown answers an earlier question. */
    outdated: computed(
      () =>
        result.isPlaceholderData.value ||
        JSON.stringify(settled.value) !== JSON.stringify(question()),
    ),
    problem: computed(() => (asked.value ? (result.error.value ?? undefined) : undefined)),
    refetch: () => void result.refetch(),
  }
}

export interface PricePoint {
  value: number
  yuanPerT: number
}

export interface PriceCourse {
  priceYuanPerT: number
  adjustment: QualityAdjustment
  values: number[]
}

async function pointsOf(course: PriceCourse, signal: AbortSignal): Promise<PricePoint[]> {
  const { priceYuanPerT, adjustment, values } = course
  const { parameter } = adjustment
  const answers = await Promise.all(
    values.map((value) =>
      ask({ priceYuanPerT, adjustments: [adjustment], measured: [{ parameter, value }] }, signal),
    ),
  )
  return answers.map((answer, index) => ({
    value: values[index] ?? Number.NaN,
    yuanPerT: answer.priceYuanPerT,
  }))
}

/** The prices at certain values of one parameter while the others are as agreed. */
export function usePriceCourse(course: () => PriceCourse | undefined) {
  const result = useQuery({
    queryKey: computed(() => [PATH, 'course', course()]),
    queryFn: ({ signal }) => pointsOf(course() as PriceCourse, signal),
    enabled: computed(() => course() !== undefined),
    staleTime: Infinity,
  })
  return {
    points: computed(() => result.data.value ?? []),
    pending: result.isPending,
    problem: computed(() => result.error.value ?? undefined),
    refetch: () => void result.refetch(),
  }
}
