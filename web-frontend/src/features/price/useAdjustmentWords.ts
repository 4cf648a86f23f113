import { useI18n } from 'vue-i18n'
import type { PriceBand, QualityAdjustment } from '@/api/model'
import { useCatalog } from '@/features/catalog'
import { useFormat } from '@/ui/useFormat'
import { VALUE_DECIMALS } from './adjustments'

/** Premiums and penalties in words. */
export function useAdjustmentWords() {
  const { t } = useI18n()
  const { priceChange } = useFormat()
  const { parameterName, rangeText, unitOf } = useCatalog()

  const valueText = (parameter: string, value: number) =>
    rangeText({ parameter, min: value, max: value }, VALUE_DECIMALS)

  /** What a rate is for: "1 %". */
  const stepText = (parameter: string) => `1 ${unitOf(parameter)}`.trim()

  /** "55 – 58 %: +15.00 yuan/t per 1 %" */
  function bandText(parameter: string, { from, to, yuanPerTPerUnit }: PriceBand): string {
    const open = from === undefined && to === undefined
    return t('adjustment.bandText', {
      range: open
        ? t('adjustment.anyValue')
        : rangeText({ parameter, min: from, max: to }, VALUE_DECIMALS),
      step: stepText(parameter),
      change: priceChange(yuanPerTPerUnit),
    })
  }

  /** Just the parameters, where there is no room for more. */
  const namesText = (adjustments: QualityAdjustment[]) =>
    adjustments.map(({ parameter }) => parameterName(parameter)).join(t('label.comma')) ||
    t('label.none')

  /** A price, or the name of one, that holds for the agreed values only. */
  const marked = (text: string, adjustments: readonly unknown[]) =>
    adjustments.length ? t('adjustment.marked', { text }) : text

  return { parameterName, valueText, stepText, bandText, namesText, marked }
}
