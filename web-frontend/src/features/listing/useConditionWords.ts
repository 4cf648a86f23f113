import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/features/catalog'
import { useFormat } from '@/ui/useFormat'
import { WEEKDAYS, type Conditions } from './conditions'

/** What a lot asks of an order and of whoever fetches it, in words; nothing where nothing is said. */
export function useConditionWords() {
  const { t } = useI18n()
  const { mass } = useFormat()
  const { regionName } = useCatalog()

  const listed = (words: string[]) => words.join(t('label.comma')) || undefined

  const minimumText = ({ minimumKg }: Conditions) =>
    minimumKg === undefined ? undefined : mass(minimumKg)

  const destinationsText = ({ destinations = [] }: Conditions) =>
    listed(destinations.map(regionName))

  const loadingText = ({ loadingModes = [] }: Conditions) =>
    listed(loadingModes.map((mode) => t(`enum.loadingMode.${mode}`)))

  function hoursText({ loadingHours }: Conditions): string | undefined {
    if (!loadingHours) return undefined
    const { days, from, to } = loadingHours
    const places = days.map((day) => WEEKDAYS.indexOf(day))
    const first = places[0] ?? 0
    const inRow = places.length > 2 && places.every((place, index) => place === first + index)
    const named = days.map((day) => t(`enum.weekday.${day}`))
    const when = inRow ? `${named[0]} – ${named.at(-1)}` : named.join(t('label.comma'))
    return `${when} ${from} – ${to}`
  }

  return { minimumText, destinationsText, loadingText, hoursText }
}
