import { computed } from 'vue'
import { useAgreements, useOffers } from '@/features/deal'
import { useDemands } from '@/features/demand'
import { useSession, useSites } from '@/features/identity'
import { useLots } from '@/features/listing'
import { useStreams } from '@/features/stream'
import { useLoads, useUseReports } from '@/features/transfer'

/** What a trading organisation has, as far as its first steps ask for it. */
export function useTrading() {
  const { supplies, receives } = useSession()
  const sites = useSites()
  const streams = useStreams(() => supplies.value)
  const lots = useLots(
    () => undefined,
    () => supplies.value,
  )
  const demands = useDemands(
    () => undefined,
    () => receives.value,
  )
  const offers = useOffers()
  const agreements = useAgreements()
  const loads = useLoads(
    () => ({}),
    () => supplies.value,
  )
  const received = useLoads(() => ({ status: 'received', limit: 1 }))
  const reports = useUseReports(() => receives.value)

  return {
    facts: computed(() => ({
      sites: sites.items.value.length,
      streams: streams.items.value.length,
      recorded: streams.items.value.some(
        (stream) => stream.balance.onHandKg > 0 || stream.balance.years.length > 0,
      ),
      lots: lots.items.value.length,
      demands: demands.items.value.length,
      offers: offers.items.value.length,
      agreements: agreements.items.value.length,
      loads: loads.items.value.length,
      received: received.items.value.length,
      reports: reports.items.value.length,
    })),
  }
}

export type TradingFacts = ReturnType<typeof useTrading>['facts']['value']
