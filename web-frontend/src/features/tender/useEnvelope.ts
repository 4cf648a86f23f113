import { computed, ref, toValue, type MaybeRefOrGetter } from 'vue'
import {
  isOpenedTruly,
  readEnvelope,
  type Bidding,
  type Envelope,
  type EnvelopeFault,
} from './envelope'
import { keepEnvelope, keptEnvelope } from './envelopeStore'

/** An envelope is a few hundred bytes. */
const BYTES_MAX = 10_000

export type OpeningFault = EnvelopeFault | 'other-bid'

/**
 * The envelope of the bid that the exchange has: from this browser, or from a file that somebody
 * chose. One that does not fit is never sent.
 */
export function useEnvelope(
  bidding: MaybeRefOrGetter<Bidding>,
  commitment: MaybeRefOrGetter<string>,
) {
  const chosen = ref<Envelope>()
  const fault = ref<OpeningFault>()
  const envelope = computed(() => {
    const wanted = toValue(commitment)
    return chosen.value?.commitment === wanted
      ? chosen.value
      : keptEnvelope(toValue(bidding), wanted)
  })

  async function read(file: Blob): Promise<Envelope | OpeningFault> {
    if (file.size > BYTES_MAX) return 'unreadable'
    const found = await readEnvelope(await file.text(), toValue(bidding))
    if (typeof found === 'string') return found
    return found.commitment === toValue(commitment) ? found : 'other-bid'
  }

  /** Takes the first file that is the envelope; otherwise it is told why the last one is not. */
  async function choose(files: Blob[]): Promise<void> {
    fault.value = undefined
    for (const file of files) {
      const found = await read(file)
      if (typeof found !== 'string') {
        keepEnvelope(found)
        chosen.value = found
        fault.value = undefined
        return
      }
      fault.value = found
    }
  }

  /** The envelope, once it was seen that it gives the commitment that the exchange has. */
  async function proven(): Promise<Envelope | undefined> {
    const found = envelope.value
    if (!found) return undefined
    const { nonce, price } = found
    const opened = { priceYuanPerT: Number(price), nonce, commitment: toValue(commitment) }
    if (await isOpenedTruly(toValue(bidding), opened)) return found
    fault.value = 'altered'
    return undefined
  }

  return { envelope, fault, choose, proven }
}
