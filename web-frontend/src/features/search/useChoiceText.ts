import { useI18n } from 'vue-i18n'
import { useCatalog } from '@/features/catalog'
import { useFormat } from '@/ui/useFormat'
import type { Chosen } from './useSearch'

/** A choice in words: "Moisture: ≤ 12 %". */
export function useChoiceText() {
  const { t } = useI18n()
  const { mass, price, distance } = useFormat()
  const { materialName, classLabel, regionName, useName, parameterName, rangeText } = useCatalog()

  function qualityText(text: string): string {
    const [parameter = '', ends = ''] = text.split(':')
    const [min, max] = ends.split('..')
    const numberOf = (end?: string) => (end ? Number(end) : undefined)
    const range = rangeText({ parameter, min: numberOf(min), max: numberOf(max) })
    return `${parameterName(parameter)} ${range}`
  }

  function valueText({ name, value }: Chosen): string {
    switch (name) {
      case 'material':
        return materialName(value)
      case 'classCode':
        return classLabel(value)
      case 'adcode':
        return regionName(value)
      case 'use':
        return useName(value)
      case 'quantityKind':
        return t(`enum.quantityKind.${value}`)
      case 'quality':
        return qualityText(value)
      case 'minQuantityKg':
      case 'maxQuantityKg':
        return mass(Number(value))
      case 'minPriceYuanPerT':
      case 'maxPriceYuanPerT':
      case 'maxDeliveredYuanPerT':
      case 'minExWorksYuanPerT':
        return price(Number(value))
      case 'radiusKm':
        return distance(Number(value))
      case 'box':
        return t('search.boxChosen')
      default:
        return value
    }
  }

  return {
    valueText,
    /** With what the value means, where the value alone does not say it. */
    choiceText: (chosen: Chosen) => t(`search.choice.${chosen.name}`, { value: valueText(chosen) }),
  }
}
