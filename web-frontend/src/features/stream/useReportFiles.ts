import { computed, ref, shallowRef } from 'vue'
import { useFileAttachment } from './queries'
import { FILES_MAX, isLeft, sift, type ReportFile } from './reportFiles'

/**
 * Files from being chosen to being attached to a report, one after the other. Each is tried, so
 * that one that is refused does not keep the others.
 *
 * @param room how many more the report can have
 */
export function useReportFiles(room: () => number = () => FILES_MAX) {
  const attachment = useFileAttachment()
  const files = shallowRef<ReportFile[]>([])
  /** Those of the last choice that are not sent at all. */
  const refused = shallowRef<ReportFile[]>([])
  const sending = ref(false)

  function choose(chosen: File[]): void {
    if (sending.value) return
    const those = sift(chosen, files.value.filter(isLeft), room())
    files.value = those.fit
    refused.value = those.refused
  }

  function remove(key: string): void {
    files.value = files.value.filter((it) => it.key !== key)
  }

  function change(key: string, changed: Pick<ReportFile, 'state' | 'problem'>): void {
    files.value = files.value.map((it) =>
      it.key === key ? { key, file: it.file, ...changed } : it,
    )
  }

  async function attach(reportId: string, { key, file }: ReportFile): Promise<boolean> {
    change(key, { state: 'sending' })
    const attached = await attachment.submit({ reportId, file, key })
    const problem = attachment.problem.value
    change(key, attached ? { state: 'attached' } : { state: 'failed', problem })
    return attached !== undefined
  }

  /** Sends what is left; answers how many were attached. */
  async function send(reportId: string): Promise<number> {
    if (sending.value) return 0
    sending.value = true
    let attached = 0
    try {
      for (const file of files.value.filter(isLeft)) {
        if (await attach(reportId, file)) attached += 1
      }
    } finally {
      sending.value = false
    }
    return attached
  }

  function reset(): void {
    files.value = []
    refused.value = []
  }

  return {
    files,
    refused,
    sending,
    left: computed(() => files.value.some(isLeft)),
    complete: computed(() => files.value.every(({ state }) => state === 'attached')),
    choose,
    remove,
    send,
    reset,
  }
}
