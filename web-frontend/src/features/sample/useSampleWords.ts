import { useI18n } from 'vue-i18n'
import { useFormat } from '@/ui/useFormat'
import { kilogramsOf } from './states'

/** A sample's quantity as it is read: kilograms with as many decimals as they have. */
export function useSampleWords() {
  const { t } = useI18n()
  const { number } = useFormat()
  return {
    quantityOf: (grams: number) =>
      t('unit.kilograms', { value: number(kilogramsOf(grams), grams % 1000 === 0 ? 0 : 1) }),
  }
}
