import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { LotHit, Quality } from '@/api/model'
import { useCatalog, useWays } from '@/features/catalog'
import { spansOf, type MonthQuantity } from '@/lib/months'
import { useFormat } from '@/ui/useFormat'

export interface ComparedCell {
  text: string
  best: boolean
}

export interface ComparedRow {
  key: string
  label: string
  cells: ComparedCell[]
  differs: boolean
}

type Better = 'up' | 'down' | 'neither'

/** Where each value stands: the best ones, unless all are the same or nothing is better. */
export function bestOf(values: (number | undefined)[], better: Better): boolean[] {
  const known = values.filter((value): value is number => value !== undefined)
  const best = better === 'up' ? Math.max(...known) : Math.min(...known)
  const tells = better !== 'neither' && known.length > 1 && known.some((value) => value !== best)
  return values.map((value) => tells && value === best)
}

/** The months of a recurring lot and how much moves in each of them; nothing of one that does not. */
export function monthsText(
  months: MonthQuantity[],
  mass: (kg: number) => string,
): string | undefined {
  const moving = months.filter((month) => month.quantityKg > 0)
  const tonnes = moving.map((month) => month.quantityKg)
  const [least, most] = [Math.min(...tonnes), Math.max(...tonnes)]
  return moving.length === 0
    ? undefined
    : [
        spansOf(moving.map((month) => month.month)).join(', '),
        least === most ? mass(least) : `${mass(least)} – ${mass(most)}`,
      ].join(' · ')
}

/** Lots side by side, row by row, those rows first in which they differ. */
export function useComparison(hits: Ref<LotHit[]>) {
  const { t } = useI18n()
  const { price, price2, mass, span, nameOf } = useFormat()
  const { wayText, othersText, basisName, deliveryText } = useWays()
  const { materialName, regionName, parameterName, parameter, rangeText } = useCatalog()

  function row(
    key: string,
    label: string,
    textOf: (hit: LotHit) => string | undefined,
    valueOf: (hit: LotHit) => number | undefined = () => undefined,
    better: Better = 'neither',
  ): ComparedRow {
    const texts = hits.value.map((hit) => textOf(hit) ?? '–')
    const best = bestOf(hits.value.map(valueOf), better)
    return {
      key,
      label,
      cells: texts.map((text, index) => ({ text, best: best[index] ?? false })),
      differs: new Set(texts).size > 1,
    }
  }

  function deliveredText(hit: LotHit): string | undefined {
    if (hit.offered === false) return t('haul.notOffered')
    return hit.deliveredYuanPerT === undefined ? undefined : price(hit.deliveredYuanPerT)
  }

  function wayOf(hit: LotHit): string | undefined {
    const { mode, distanceKm, distanceSource: source, freightYuanPerT } = hit
    const known = mode && source && distanceKm !== undefined && freightYuanPerT !== undefined
    return known ? wayText({ mode, distanceKm, source }, freightYuanPerT) : undefined
  }

  function qualityOf(hit: LotHit, key: string): Quality | undefined {
    return hit.lot.qualities.find((each) => `${each.parameter}:${each.basis}` === key)
  }

  function qualityRow(key: string): ComparedRow {
    const [name = '', basis = ''] = key.split(':')
    const direction = parameter(name)?.direction
    const label =
      basis === 'none'
        ? parameterName(name)
        : `${parameterName(name)} · ${t(`enum.basis.${basis}`)}`
    return row(
      key,
      label,
      (hit) => {
        const quality = qualityOf(hit, key)
        return quality && rangeText(quality)
      },
      // What counts is the end that a buyer has to be afraid of.
      (hit) => (direction === 'up' ? qualityOf(hit, key)?.min : qualityOf(hit, key)?.max),
      direction === 'up' || direction === 'down' ? direction : 'neither',
    )
  }

  const rows = computed<ComparedRow[]>(() => {
    const withSite = hits.value.some((hit) => hit.distanceKm !== undefined)
    const delivered = hits.value.filter((hit) => hit.lot.delivery).length
    const withDelivery = delivered > 0
    // Prices that hold at different places do not compare.
    const oneBasis = !withDelivery || delivered === hits.value.length
    const qualities = new Set(
      hits.value.flatMap((hit) =>
        hit.lot.qualities.map((each) => `${each.parameter}:${each.basis}`),
      ),
    )
    const all: ComparedRow[] = [
      row('material', t('stream.material'), (hit) => materialName(hit.lot.materialKey)),
      row('owner', t('search.who'), (hit) => nameOf(hit.lot.organisation)),
      row('region', t('organisation.region'), (hit) => regionName(hit.lot.site.adcode)),
      row(
        'price',
        t('price.short'),
        (hit) => `${price2(hit.lot.priceYuanPerT)} · ${basisName(!!hit.lot.delivery)}`,
        (hit) => (oneBasis ? hit.lot.priceYuanPerT : undefined),
        'down',
      ),
      ...(withDelivery
        ? [
            row(
              'delivery',
              t('price.deliveredWithin'),
              (hit) => hit.lot.delivery && deliveryText(hit.lot.delivery),
            ),
          ]
        : []),
      ...(withSite
        ? [
            row(
              'delivered',
              t('match.delivered'),
              deliveredText,
              (hit) => hit.deliveredYuanPerT,
              'down',
            ),
            row('way', t('match.freight'), wayOf, (hit) => hit.freightYuanPerT, 'down'),
            row('others', t('haul.others'), (hit) => othersText(hit.alternatives)),
          ]
        : []),
      row(
        'quantity',
        t('lot.available'),
        (hit) => mass(hit.lot.availableKg),
        (hit) => hit.lot.availableKg,
        'up',
      ),
      row('kind', t('lot.quantityKind'), (hit) => t(`enum.quantityKind.${hit.lot.quantityKind}`)),
      row('days', t('search.days'), (hit) => span(hit.lot.availableFrom, hit.lot.availableTo)),
      row('months', t('monthly.how'), (hit) => {
        const moves = monthsText(hit.lot.months, mass)
        return moves ? `${t('monthly.monthly')} · ${moves}` : t('monthly.once')
      }),
      ...[...qualities].map(qualityRow),
    ]
    return [...all.filter((each) => each.differs), ...all.filter((each) => !each.differs)]
  })

  return { rows }
}
