import { computed } from 'vue'
import { http, type Query } from '@/api/http'
import type {
  LedgerAccount,
  LedgerCourse,
  LedgerHead,
  LedgerKind,
  LedgerLine,
  LedgerProof,
  LedgerReading,
  LotStory,
  Organisation,
  StoryLine,
  Unreconciled,
} from '@/api/model'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

export const useOrganisations = (enabled: () => boolean) =>
  usePages<Organisation>('/organisations', {}, { enabled, all: true })

export const useKinds = (query: () => Query, enabled: () => boolean) =>
  useItem<{ items: LedgerKind[] }>('/ledger/kinds', query, { enabled })

export const useAccounts = (query: () => Query, enabled: () => boolean) =>
  usePages<LedgerAccount>(
    '/ledger/accounts',
    computed(() => query()),
    { enabled },
  )

export const useReading = (id: string, query: () => Query) =>
  useItem<LedgerReading>(`/ledger/accounts/${id}`, query)

export const useCourse = (id: string, query: () => Query) =>
  useItem<LedgerCourse>(`/ledger/accounts/${id}/days`, query)

export const useStatement = (path: string, query: () => Query) =>
  usePages<LedgerLine>(
    path,
    computed(() => query()),
  )

export const statementFile = (path: string, query: Query) =>
  http.file(path, { ...query, format: 'csv' })

export const readHead = () => http.get<LedgerHead>('/ledger/head')

export const useProof = (number: () => number | undefined) =>
  useItem<LedgerProof>(
    () => `/ledger/postings/${number() ?? 0}/proof`,
    {},
    { enabled: () => number() !== undefined },
  )

export const useUnreconciled = (streamId: () => string) =>
  useItem<Unreconciled>(() => `/streams/${streamId()}/unreconciled`)

export const useLotStory = (id: string) => usePages<StoryLine, LotStory>(`/lots/${id}/story`)
