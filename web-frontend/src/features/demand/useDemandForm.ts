import type { Ref } from 'vue'
import type { Demand, DemandEdit, PriceBasis, Range } from '@/api/model'
import type { Problem } from '@/api/problem'
import { dayOf, plusDays } from '@/lib/dates'
import { PRICE_YUAN_MAX } from '@/lib/money'
import { monthsFault, scheduleOf, sumOf, type MonthKg } from '@/lib/months'
import { inOrder, needed, useForm } from '@/ui/useForm'

const WINDOW_DAYS = 90

function startOf(demand: Demand | undefined) {
  const today = dayOf(new Date())
  return {
    siteId: demand?.site.id ?? '',
    materialKeys: demand?.materialKeys ?? ([] as string[]),
    use: demand?.use ?? '',
    title: demand?.title ?? '',
    description: demand?.description ?? '',
    quantityKg: demand?.quantityKg,
    maxDeliveredYuanPerT: demand?.maxDeliveredYuanPerT,
    limitBasis: (demand?.limitBasis ?? 'delivered') as PriceBasis,
    neededFrom: demand?.neededFrom ?? today,
    neededTo: demand?.neededTo ?? plusDays(today, WINDOW_DAYS),
    ranges: (demand?.ranges ?? []) as Range[],
    recurring: (demand?.months.length ?? 0) > 0,
    months: Object.fromEntries(
      (demand?.months ?? []).map((it) => [it.month, it.quantityKg]),
    ) as MonthKg,
  }
}

export type DemandForm = ReturnType<typeof startOf>

/** A demand bounds a parameter on one side or on both. */
export function rangeFault(ranges: Range[]): string | undefined {
  if (ranges.some((range) => range.min === undefined && range.max === undefined)) {
    return 'fault.oneEnd'
  }
  const reversed = ranges.some(
    (range) => range.min !== undefined && range.max !== undefined && range.min > range.max,
  )
  return reversed ? 'fault.range' : undefined
}

/** What a demand asks for, for posting and for changing it. */
export function useDemandForm(demand: Demand | undefined, problem: Ref<Problem | undefined>) {
  const form = useForm(
    () => startOf(demand),
    {
      siteId: needed('siteId'),
      materialKeys: needed('materialKeys'),
      use: needed('use'),
      title: needed('title'),
      quantityKg: (f) => !f.recurring && !(f.quantityKg && f.quantityKg > 0) && 'fault.positive',
      maxDeliveredYuanPerT: (f) =>
        !(
          f.maxDeliveredYuanPerT !== undefined && Math.abs(f.maxDeliveredYuanPerT) <= PRICE_YUAN_MAX
        ) && 'fault.number',
      neededFrom: needed('neededFrom'),
      neededTo: inOrder('neededFrom', 'neededTo'),
      ranges: (f) => rangeFault(f.ranges),
      months: (f) =>
        f.recurring && monthsFault(f.months, f.neededFrom, f.neededTo, demand?.quantityKg),
    },
    problem,
  )

  const schedule = () =>
    form.form.recurring
      ? scheduleOf(form.form.months, form.form.neededFrom, form.form.neededTo)
      : []

  /** What is wanted in all; undefined while nothing is typed. */
  const quantityKg = () => (form.form.recurring ? sumOf(schedule()) : form.form.quantityKg)

  function edit(): DemandEdit {
    return {
      materialKeys: form.form.materialKeys,
      use: form.form.use,
      quantityKg: quantityKg() ?? 0,
      title: form.form.title.trim(),
      description: form.form.description.trim() || undefined,
      maxDeliveredYuanPerT: form.form.maxDeliveredYuanPerT ?? 0,
      limitBasis: form.form.limitBasis,
      neededFrom: form.form.neededFrom,
      neededTo: form.form.neededTo,
      ranges: form.form.ranges,
      months: schedule(),
    }
  }

  return { ...form, edit, quantityKg }
}
