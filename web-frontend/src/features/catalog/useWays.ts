import { useI18n } from 'vue-i18n'
import { useFormat } from '@/ui/useFormat'

export interface ShownWay {
  mode: 'road' | 'rail' | 'water'
  distanceKm: number
  source: 'estimated' | 'routed'
}

/** Ways between two sites, and where a price holds, in words. */
export function useWays() {
  const { t } = useI18n()
  const { price, distance } = useFormat()

  /** "60.50 yuan/t · road 110 km, estimated" */
  function wayText(way: ShownWay, freightYuanPerT: number): string {
    return t('haul.way', {
      price: price(freightYuanPerT),
      mode: t(`enum.mode.${way.mode}`),
      distance: distance(way.distanceKm),
      source: t(`haul.${way.source}`),
    })
  }

  function othersText(ways: (ShownWay & { freightYuanPerT: number })[]): string | undefined {
    if (ways.length === 0) return undefined
    return ways.map((way) => wayText(way, way.freightYuanPerT)).join(t('label.comma'))
  }

  /** The name of a price by where it holds. */
  const basisName = (delivered: boolean) =>
    t(delivered ? 'enum.priceBasis.delivered' : 'enum.priceBasis.ex-works')

  /** The name of a demand's limit by where it holds. */
  const limitName = (basis: string) =>
    t(basis === 'ex-works' ? 'demand.maxExWorks' : 'demand.maxDelivered')

  /** How far a delivered price holds and who invoices the freight. */
  function deliveryText(delivery: { radiusKm: number; freightInvoice: string }): string {
    return t('haul.delivery', {
      radius: distance(delivery.radiusKm),
      invoice: t(`enum.freightInvoice.${delivery.freightInvoice}`),
    })
  }

  return { wayText, othersText, basisName, limitName, deliveryText }
}
