import { computed, ref, shallowRef } from 'vue'
import { useFileAttachment } from './queries'
import { FILES_MAX, isLeft, sift, type OutgoingFile } from './outgoing'

/**
 * Files from being chosen to being attached, one after the other. Each is tried, so that one that
 * is refused does not keep the others.
 *
 * @param room how many more there can be
 */
export function useOutgoingFiles(room: () => number = () => FILES_MAX) {
  const attachment = useFileAttachment()
  const files = shallowRef<OutgoingFile[]>([])
  /** Those of the last choice that are not sent at all. */
  const refused = shallowRef<OutgoingFile[]>([])
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

  function change(
    key: string,
    changed: Pick<OutgoingFile, 'state' | 'attachment' | 'problem'>,
  ): void {
    files.value = files.value.map((it) =>
      it.key === key ? { key, file: it.file, ...changed } : it,
    )
  }

  async function attach(to: string, { key, file }: OutgoingFile): Promise<boolean> {
    change(key, { state: 'sending' })
    const made = await attachment.submit({ to, file, key })
    const problem = attachment.problem.value
    change(key, made ? { state: 'attached', attachment: made } : { state: 'failed', problem })
    return made !== undefined
  }

  /**
   * Sends what is left; answers how many were attached.
   *
   * @param to the path of what they are attached to
   */
  async function send(to: string): Promise<number> {
    if (sending.value) return 0
    sending.value = true
    let attached = 0
    try {
      for (const file of files.value.filter(isLeft)) {
        if (await attach(to, file)) attached += 1
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
