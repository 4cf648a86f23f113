import { computed, shallowRef } from 'vue'
import type { NewQualityReport, QualityReport } from '@/api/model'
import { useOutgoingFiles } from '@/features/attachment'
import { useNewQualityReport } from './queries'

/** A report and its files. The report is recorded once, however often its files are tried again. */
export function useReportRecording(streamId: () => string) {
  const recording = useNewQualityReport(streamId)
  const files = useOutgoingFiles()
  const recorded = shallowRef<QualityReport>()

  /** Answers the report when it is recorded and all of its files are attached. */
  async function record(draft: NewQualityReport): Promise<QualityReport | undefined> {
    const report = recorded.value ?? (await recording.submit(draft))
    if (!report) return undefined
    recorded.value = report
    await files.send(`/quality-reports/${report.id}`)
    return files.complete.value ? report : undefined
  }

  function reset(): void {
    recorded.value = undefined
    recording.reset()
    files.reset()
  }

  return {
    recorded,
    files,
    pending: computed(() => recording.pending.value || files.sending.value),
    problem: recording.problem,
    record,
    reset,
  }
}
