import { computed } from 'vue'
import { useAllAgreements } from '@/features/deal'
import { useSession } from '@/features/identity'
import type { Agreement } from '@/api/model'

/** The organisations with which there is an agreement, and on which side of it they stand. */
export function useCounterparties() {
  const { organisationId } = useSession()
  const { items: agreements, problem, refetch } = useAllAgreements()

  const other = (agreement: Agreement) =>
    agreement.seller.id === organisationId.value ? agreement.buyer : agreement.seller

  const counterparties = computed(() => {
    const found = new Map<string, Agreement['seller']>()
    for (const agreement of agreements.value) found.set(other(agreement).id, other(agreement))
    return [...found.values()]
  })

  return { agreements, counterparties, other, problem, refetch }
}
