import { useMutation, useQueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { ActionKey } from './actionKey'
import { toProblem } from './problem'

/** Refusals that say that what is on screen is no longer so. */
const STALE = [
  'version-stale',
  'offer-expired',
  'offer-not-open',
  'review-needed',
  'draft-in-review',
  'draft-not-in-review',
  'approval-needed',
  'approval-not-needed',
  'approval-pending',
  'approval-ended',
  'bids-closed',
  'bid-exists',
  'no-bid',
  'not-opening',
  'bid-opened',
  'tender-over',
  'tender-closed',
  'lot-in-tender',
  'version-not-open',
  'hash-differs',
  'paper-waits',
  'side-signed-already',
  'paper-answered',
  'version-open',
  'document-not-signed',
  'lot-not-offered',
  'call-off-over',
  'month-called-off-already',
]

/**
 * Something that the user does. After it was done every answer that is on screen is read again,
 * because a posting changes balances, lists and queues at many places at once.
 */
export function useCommand<I, O>(run: (input: I, key: string) => Promise<O>) {
  const client = useQueryClient()
  const key = new ActionKey()
  const mutation = useMutation({
    mutationFn: async (input: I) => {
      try {
        const done = await run(input, key.for(input))
        key.finish()
        return done
      } catch (thrown) {
        const problem = toProblem(thrown)
        const decided = problem.status >= 400 && problem.status < 500
        if (decided) key.finish()
        if (STALE.includes(problem.code)) void client.invalidateQueries()
        throw problem
      }
    },
    onSuccess: () => void client.invalidateQueries(),
  })

  /** Undefined when it was refused; the reason is then in `problem`. */
  async function submit(input: I): Promise<O | undefined> {
    if (mutation.isPending.value) return undefined
    try {
      return await mutation.mutateAsync(input)
    } catch {
      return undefined
    }
  }

  return {
    submit,
    pending: mutation.isPending,
    problem: computed(() => (mutation.error.value ? toProblem(mutation.error.value) : undefined)),
    reset: mutation.reset,
  }
}
