import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  NewSample,
  Sample,
  SampleConclusion,
  SampleCourse,
  SampleDispatch,
  SampleReceipt,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const PATH = '/samples'

export const useSamples = (filter: () => { side?: string; status?: string }) =>
  usePages<Sample>(
    PATH,
    computed(() => filter()),
  )

/** What the firm asked for of one lot, newest first. */
export const useSamplesOf = (lotId: () => string, enabled: () => boolean) =>
  usePages<Sample>(
    PATH,
    computed(() => ({ side: 'buyer', lotId: lotId() })),
    { enabled },
  )

export const useSample = (id: () => string) => useItem<Sample>(() => `${PATH}/${id()}`)

export const useSampleCourse = (id: () => string) =>
  useItem<SampleCourse>(() => `${PATH}/${id()}/course`)

export const useNewSample = () =>
  useCommand((input: NewSample, key: string) => http.post<Sample>(PATH, input, { key }))

/** What a step says, by the end of its path. */
export type SampleStep =
  | { path: 'acceptance'; body: { sendBy: string } }
  | { path: 'decline'; body: { reason: string } }
  | { path: 'dispatch'; body: SampleDispatch }
  | { path: 'withdrawal'; body: Record<string, never> }
  | { path: 'receipt'; body: SampleReceipt }
  | { path: 'conclusion'; body: SampleConclusion }

export const useSampleStep = (sample: () => Sample) =>
  useCommand(({ path, body }: SampleStep, key: string) =>
    http.post<Sample>(`${PATH}/${sample().id}/${path}`, body, { key, version: sample().version }),
  )
