import { useI18n } from 'vue-i18n'
import type { IndexTerms } from '@/api/model'
import { useFormat } from '@/ui/useFormat'
import { COEFFICIENT_DECIMALS } from './formula'

type Reckoned = Pick<IndexTerms, 'coefficient' | 'plusYuanPerT'>

/** How a price comes from an index, in words. */
export function useFormulaWords() {
  const { t } = useI18n()
  const { number, price, price2 } = useFormat()

  function plusText(yuan = 0): string {
    return yuan < 0 ? `− ${price2(-yuan)}` : `+ ${price2(yuan)}`
  }

  const coefficientText = (value: number) => number(value, COEFFICIENT_DECIMALS)

  return {
    /** The rule. */
    formulaText: ({ coefficient, plusYuanPerT }: Reckoned) =>
      t('formula.rule', {
        coefficient: coefficientText(coefficient),
        plus: plusText(plusYuanPerT),
      }),
    /** The rule with what the index was, and what came of it. */
    reckonedText: (
      { coefficient, plusYuanPerT }: Reckoned,
      indexYuanPerT: number,
      yuanPerT: number,
    ) =>
      `${coefficientText(coefficient)} × ${price2(indexYuanPerT)} ${plusText(plusYuanPerT)} = ${price(yuanPerT)}`,
  }
}
