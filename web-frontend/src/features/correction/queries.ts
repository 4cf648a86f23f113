import { http } from '@/api/http'
import type { CorrectionKind, FactCorrection, NewCorrection } from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { usePages } from '@/api/usePages'

export const useCorrections = (
  about: () => string | undefined,
  kind: () => CorrectionKind | undefined,
) => usePages<FactCorrection>('/corrections', () => ({ about: about(), kind: kind() }))

export const useProposal = () =>
  useCommand((input: NewCorrection, key: string) =>
    http.post<FactCorrection>('/corrections', input, { key }),
  )

export const useApproval = () =>
  useCommand((it: FactCorrection, key: string) =>
    http.post<FactCorrection>(`/corrections/${it.id}/approval`, undefined, {
      key,
      version: it.version,
    }),
  )

export const useDecline = () =>
  useCommand(({ it, note }: { it: FactCorrection; note?: string }, key: string) =>
    http.post<FactCorrection>(
      `/corrections/${it.id}/decline`,
      { note },
      { key, version: it.version },
    ),
  )

export const useWithdrawal = () =>
  useCommand((it: FactCorrection, key: string) =>
    http.post<FactCorrection>(`/corrections/${it.id}/withdrawal`, undefined, {
      key,
      version: it.version,
    }),
  )
