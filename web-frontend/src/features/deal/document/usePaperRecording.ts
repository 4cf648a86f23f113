import { computed } from 'vue'
import type { DocumentVersion, PaperDraft } from '@/api/model'
import { FILES_MAX, useOutgoingFiles } from '@/features/attachment'
import { usePaper, versionPath } from './queries'

/**
 * A signing outside of the exchange and its scan. The scan goes first, because the record names it;
 * it stays attached where the record is refused, and is not sent again.
 */
export function usePaperRecording(agreementId: () => string, version: () => DocumentVersion) {
  const recording = usePaper()
  const files = useOutgoingFiles(() => Math.max(0, FILES_MAX - version().files.length))
  const where = () => ({ agreementId: agreementId(), number: version().number })

  /**
   * Attaches what was chosen; answers the scan that the record names, or nothing where a file was
   * not taken.
   *
   * @param scan one that is attached already; empty where there is none
   */
  async function attach(scan: string): Promise<string | undefined> {
    await files.send(versionPath(where()))
    if (!files.complete.value) return undefined
    const [made] = files.files.value.flatMap(({ attachment }) => attachment?.id ?? [])
    return scan || (made ?? '')
  }

  const record = (draft: Omit<PaperDraft, 'sha256'>) =>
    recording.submit({ version: where(), paper: { sha256: version().sha256, ...draft } })

  function reset(): void {
    recording.reset()
    files.reset()
  }

  return {
    files,
    attach,
    record,
    pending: computed(() => recording.pending.value || files.sending.value),
    problem: recording.problem,
    reset,
  }
}
