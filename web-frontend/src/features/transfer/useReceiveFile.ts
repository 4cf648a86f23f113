import { computed, ref, shallowRef } from 'vue'
import type { Load } from '@/api/model'
import { useReceipts } from './queries'
import { isReady, lineOf, nextOf, outcomesOf, refusedOf, type Outcomes } from './receipts'
import { readChosen, type FileFault, type WeighbridgeFile } from './weighbridgeFile'
import { ticketRows, type TicketRow } from './weighbridgeRows'

/**
 * A weighbridge's file from being chosen to what became of each of its tickets. Once sending began
 * the tickets stay as they were joined: their loads are on their way no more.
 */
export function useReceiveFile(loads: () => Load[]) {
  const receipts = useReceipts()
  const name = ref('')
  const file = shallowRef<WeighbridgeFile>()
  const fault = shallowRef<FileFault>()
  const readAt = shallowRef(new Date())
  const joined = shallowRef<TicketRow[]>()
  const outcomes = shallowRef<Outcomes>(new Map())
  const sending = ref(false)

  const rows = computed(
    () => joined.value ?? (file.value ? ticketRows(file.value, loads(), readAt.value) : []),
  )
  const ready = computed(() => rows.value.filter(isReady).length)
  const received = computed(
    () => [...outcomes.value.values()].filter((outcome) => 'received' in outcome).length,
  )
  const begun = computed(() => joined.value !== undefined)
  const done = computed(() => begun.value && !sending.value && outcomes.value.size === ready.value)

  async function choose(chosen: File): Promise<void> {
    if (sending.value) return
    name.value = chosen.name
    joined.value = undefined
    outcomes.value = new Map()
    receipts.reset()
    const read = await readChosen(chosen)
    readAt.value = new Date()
    file.value = 'file' in read ? read.file : undefined
    fault.value = 'fault' in read ? read.fault : undefined
  }

  /** Sends what is left of the file; false when it has to wait. */
  async function sendNext(): Promise<boolean> {
    const next = nextOf(rows.value, outcomes.value)
    if (next.length === 0) return false
    const answer = await receipts.submit(next.map(lineOf))
    const problem = receipts.problem.value
    const became = answer ? outcomesOf(next, answer.lines) : problem && refusedOf(next, problem)
    outcomes.value = new Map([...outcomes.value, ...(became ?? [])])
    return became !== undefined && became.size > 0
  }

  /** The same tickets are sent again with the key that they were sent with. */
  async function send(): Promise<void> {
    if (sending.value) return
    joined.value = rows.value
    sending.value = true
    try {
      while (await sendNext()) continue
    } finally {
      sending.value = false
    }
  }

  return {
    name,
    file,
    fault,
    rows,
    ready,
    received,
    outcomes,
    begun,
    sending,
    done,
    problem: computed(() => (sending.value || done.value ? undefined : receipts.problem.value)),
    choose,
    send,
  }
}
