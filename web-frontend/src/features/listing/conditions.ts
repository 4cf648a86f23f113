import type { LoadingHours, LoadingMode, Lot, Weekday } from '@/api/model'

export const LOADING_MODES: LoadingMode[] = [
  'bulk-tipper',
  'tanker',
  'big-bags',
  'rail-wagon',
  'barge',
]
export const WEEKDAYS: Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
]

/** What a lot asks of an order and of whoever fetches it, as a form has it. */
export interface ConditionsForm {
  minimumKg: number | undefined
  destinations: string[]
  loadingModes: LoadingMode[]
  loadingDays: Weekday[]
  loadingFrom: string
  loadingTo: string
}

export type Conditions = Partial<
  Pick<Lot, 'minimumKg' | 'destinations' | 'loadingModes' | 'loadingHours'>
>

const USUAL = { from: '08:00', to: '16:00' }

export const conditionsOf = (lot: Conditions | undefined): ConditionsForm => ({
  minimumKg: lot?.minimumKg,
  destinations: [...(lot?.destinations ?? [])],
  loadingModes: [...(lot?.loadingModes ?? [])],
  loadingDays: [...(lot?.loadingHours?.days ?? [])],
  loadingFrom: lot?.loadingHours?.from ?? USUAL.from,
  loadingTo: lot?.loadingHours?.to ?? USUAL.to,
})

/** Days in the order of the week; without a day there are no hours. */
function hoursOf({
  loadingDays,
  loadingFrom,
  loadingTo,
}: ConditionsForm): LoadingHours | undefined {
  return loadingDays.length
    ? {
        days: WEEKDAYS.filter((day) => loadingDays.includes(day)),
        from: loadingFrom,
        to: loadingTo,
      }
    : undefined
}

/** What a form says in the words of a lot's body. */
export const writtenConditions = (form: ConditionsForm): Conditions => ({
  minimumKg: form.minimumKg,
  destinations: form.destinations,
  loadingModes: LOADING_MODES.filter((mode) => form.loadingModes.includes(mode)),
  loadingHours: hoursOf(form),
})

export const hoursFault = ({ loadingDays, loadingFrom, loadingTo }: ConditionsForm) => {
  if (!loadingDays.length) return undefined
  if (!loadingFrom || !loadingTo) return 'fault.required'
  return loadingFrom >= loadingTo ? 'fault.hours' : undefined
}

/**
 * @param kg what the lot offers; undefined while it is not typed
 */
export function minimumFault(minimumKg: number | undefined, kg: number | undefined) {
  if (minimumKg === undefined) return undefined
  if (!(minimumKg > 0)) return 'fault.positive'
  return kg !== undefined && minimumKg > kg ? 'fault.minimumAboveQuantity' : undefined
}
