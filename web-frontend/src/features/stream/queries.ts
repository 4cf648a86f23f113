import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Entry,
  GenerationProfile,
  NewEntry,
  NewProcessing,
  NewQualityReport,
  NewStockTake,
  NewStream,
  Page,
  Processing,
  QualityReport,
  StateGenerationProfile,
  StockTake,
  Stream,
  StreamYear,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const LIST_MAX = 100
const STORY_PAGE = 20

export function useStreams(enabled: () => boolean = () => true) {
  const streams = useItem<Page<Stream>>('/streams', { limit: LIST_MAX }, { enabled })
  return { ...streams, items: computed(() => streams.data.value?.items ?? []) }
}

export const useStream = (id: () => string | undefined) =>
  useItem<Stream>(() => `/streams/${id() ?? ''}`, {}, { enabled: () => Boolean(id()) })

export const useEntries = (id: () => string) =>
  usePages<Entry>(() => `/streams/${id()}/entries`, { limit: STORY_PAGE })

export const useStockTakes = (id: () => string) =>
  usePages<StockTake>(() => `/streams/${id()}/stock-takes`, { limit: STORY_PAGE })

export const useNewStream = () =>
  useCommand((input: NewStream, key: string) => http.post<Stream>('/streams', input, { key }))

export const useNewEntry = (id: () => string) =>
  useCommand((input: NewEntry, key: string) =>
    http.post<Entry>(`/streams/${id()}/entries`, input, { key }),
  )

export const useNewStockTake = (id: () => string) =>
  useCommand((input: NewStockTake, key: string) =>
    http.post<StockTake>(`/streams/${id()}/stock-takes`, input, { key }),
  )

export const useNewProcessing = () =>
  useCommand((input: NewProcessing, key: string) =>
    http.post<Processing>('/processings', input, { key }),
  )

export function useYears(id: () => string) {
  const years = useItem<Page<StreamYear>>(() => `/streams/${id()}/years`)
  return { ...years, items: computed(() => years.data.value?.items ?? []) }
}

export const useClearYear = (id: () => string) =>
  useCommand((input: { year: number }, key: string) =>
    http.post<Entry>(`/streams/${id()}/years/${input.year}/clearing`, {}, { key }),
  )

export const useProfile = (id: () => string) =>
  useItem<GenerationProfile>(() => `/streams/${id()}/profile`)

interface StatedProfile {
  profile: GenerationProfile
  stated: StateGenerationProfile
}

export const useProfileStatement = () =>
  useCommand(({ profile, stated }: StatedProfile) =>
    http.put<GenerationProfile>(`/streams/${profile.streamId}/profile`, stated, {
      version: profile.version,
    }),
  )

/** Every report of a stream: what went before and what is newest must not depend on a page. */
export const useQualityReports = (id: () => string | undefined) =>
  usePages<QualityReport>(
    () => `/streams/${id() ?? ''}/quality-reports`,
    {},
    { all: true, enabled: () => Boolean(id()) },
  )

export const useNewQualityReport = (id: () => string) =>
  useCommand((input: NewQualityReport, key: string) =>
    http.post<QualityReport>(`/streams/${id()}/quality-reports`, input, { key }),
  )

export const useQualityReportWithdrawal = () =>
  useCommand(({ report, reason }: { report: QualityReport; reason: string }, key: string) =>
    http.post<QualityReport>(
      `/quality-reports/${report.id}/withdrawal`,
      { reason },
      { key, version: report.version },
    ),
  )
