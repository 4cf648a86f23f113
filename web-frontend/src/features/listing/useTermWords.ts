import { useI18n } from 'vue-i18n'
import type { QualityAdjustment, Range } from '@/api/model'
import { useCatalog, useWays } from '@/features/catalog'
import { useAdjustmentWords, VALUE_DECIMALS } from '@/features/price'
import { useFormat } from '@/ui/useFormat'
import type { Terms } from './terms'
import { useConditionWords } from './useConditionWords'

/** One term in words; without a text where nothing is said. */
interface Term {
  key: string
  label: string
  text?: string
}

/** A term that reads otherwise than before. */
export interface TermChange {
  key: string
  label: string
  before?: string
  after?: string
}

/** The terms of a lot in words, one by one, so that two lots can be held against each other. */
export function useTermWords() {
  const { t } = useI18n()
  const { mass, price, span } = useFormat()
  const { parameterName, rangeText } = useCatalog()
  const { basisName, deliveryText } = useWays()
  const { valueText, bandText } = useAdjustmentWords()
  const { minimumText, destinationsText, loadingText, hoursText } = useConditionWords()

  const named = (name: string, text: string) => t('label.named', { name, text })

  function basedName({ parameter, basis }: Pick<Range, 'parameter' | 'basis'>): string {
    const name = parameterName(parameter)
    return basis === 'none' ? name : `${name} · ${t(`enum.basis.${basis}`)}`
  }

  function adjustmentText(adjustment: QualityAdjustment): string {
    const { parameter, guaranteed, bands } = adjustment
    return [
      named(basedName(adjustment), valueText(parameter, guaranteed)),
      ...bands.map((band) => bandText(parameter, band)),
    ].join('\n')
  }

  const lines = (texts: string[]) => texts.join('\n') || undefined

  function deliveryOf({ delivery }: Terms): string | undefined {
    if (delivery?.radiusKm === undefined) return undefined
    return deliveryText({ ...delivery, radiusKm: delivery.radiusKm })
  }

  const windowOf = ({ availableFrom, availableTo }: Terms) =>
    availableFrom && availableTo ? span(availableFrom, availableTo) : undefined

  function termsIn(terms: Terms): Term[] {
    const { title, quantityKind, quantityKg, priceYuanPerT, taxIncluded } = terms
    return [
      { key: 'title', label: t('lot.titleField'), text: title },
      {
        key: 'quantityKind',
        label: t('lot.quantityKind'),
        text: quantityKind && t(`enum.quantityKind.${quantityKind}`),
      },
      {
        key: 'quantity',
        label: t('label.quantity'),
        text: quantityKg === undefined ? undefined : mass(quantityKg),
      },
      { key: 'basis', label: t('price.basis'), text: basisName(!!terms.delivery) },
      { key: 'delivery', label: t('price.deliveredWithin'), text: deliveryOf(terms) },
      {
        key: 'price',
        label: t('label.price'),
        text: priceYuanPerT === undefined ? undefined : price(priceYuanPerT),
      },
      { key: 'tax', label: t('draft.tax'), text: t(taxIncluded ? 'price.taxIn' : 'price.taxOut') },
      {
        key: 'adjustments',
        label: t('adjustment.title'),
        text: lines(terms.adjustments.map(adjustmentText)),
      },
      { key: 'window', label: t('lot.window'), text: windowOf(terms) },
      {
        key: 'visibility',
        label: t('lot.visibility'),
        text: terms.visibility && t(`enum.lotVisibility.${terms.visibility}`),
      },
      { key: 'minimum', label: t('lot.minimum'), text: minimumText(terms) },
      { key: 'destinations', label: t('lot.destinations'), text: destinationsText(terms) },
      { key: 'loadingModes', label: t('lot.loadingModes'), text: loadingText(terms) },
      { key: 'loadingHours', label: t('lot.loadingHours'), text: hoursText(terms) },
      {
        key: 'months',
        label: t('monthly.each'),
        text: lines(terms.months.map(({ month, quantityKg: kg }) => named(month, mass(kg)))),
      },
      {
        key: 'qualities',
        label: t('lot.qualities'),
        text: lines(
          terms.qualities.map((it) => named(basedName(it), rangeText(it, VALUE_DECIMALS))),
        ),
      },
      { key: 'description', label: t('draft.description'), text: terms.description },
    ]
  }

  /** What reads otherwise, in the order in which it is read. */
  function changesIn(before: Terms, after: Terms): TermChange[] {
    const now = termsIn(after)
    return termsIn(before)
      .map(({ key, label, text }, index) => ({ key, label, before: text, after: now[index]?.text }))
      .filter((change) => change.before !== change.after)
  }

  return { deliveryOf, windowOf, changesIn }
}
