import { computed, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { LotHit, Quality } from '@/api/model'
import { useCatalog } from '@/features/catalog'
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

/** Lots side by side, row by row, those rows first in which they differ. */
export function useComparison(hits: Ref<LotHit[]>) {
  const { t } = useI18n()
  const { price, mass, distance, span, nameOf } = useFormat()
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
        t('lot.price'),
        (hit) => price(hit.lot.priceYuanPerT),
        (hit) => hit.lot.priceYuanPerT,
        'down',
      ),
      ...(withSite
        ? [
            row(
              'delivered',
              t('match.delivered'),
              (hit) =>
                hit.deliveredYuanPerT === undefined ? undefined : price(hit.deliveredYuanPerT),
              (hit) => hit.deliveredYuanPerT,
              'down',
            ),
            row(
              'distance',
              t('search.distance'),
              (hit) => (hit.distanceKm === undefined ? undefined : distance(hit.distanceKm)),
              (hit) => hit.distanceKm,
              'down',
            ),
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
      ...[...qualities].map(qualityRow),
    ]
    return [...all.filter((each) => each.differs), ...all.filter((each) => !each.differs)]
  })

  return { rows }
}
