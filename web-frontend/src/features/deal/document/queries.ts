import { computed } from 'vue'
import type { AgreementDocument, AmendmentDraft, PaperDraft } from '@/api/model'
import { http } from '@/api/http'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { whole } from './versions'

/** A version of the document of an agreement. */
export interface VersionRef {
  agreementId: string
  number: number
}

const pathOf = (agreementId: string) => `/agreements/${agreementId}/document`

export const versionPath = ({ agreementId, number }: VersionRef) =>
  `${pathOf(agreementId)}/versions/${number}`

export function useDocument(agreementId: () => string) {
  const item = useItem<AgreementDocument>(() => pathOf(agreementId()))
  return { ...item, data: computed(() => item.data.value && whole(item.data.value)) }
}

/** The bytes that are stored and were hashed. */
export const storedContent = (version: VersionRef) => http.file(`${versionPath(version)}/content`)

export const pdfOf = ({ agreementId, number }: VersionRef, language: 'zh' | 'en') =>
  http.file(`${pathOf(agreementId)}.pdf`, { language, version: number })

interface Signing {
  version: VersionRef
  /** What the signer saw. */
  sha256: string
  password: string
}

export const useSignature = () =>
  useCommand(({ version, sha256, password }: Signing, key: string) =>
    http.post<AgreementDocument>(
      `${versionPath(version)}/signature`,
      { sha256, password },
      { key },
    ),
  )

/** Says that both sides signed a version outside of the exchange. */
export const usePaper = () =>
  useCommand(({ version, paper }: { version: VersionRef; paper: PaperDraft }, key: string) =>
    http.post<AgreementDocument>(`${versionPath(version)}/papers`, paper, { key }),
  )

interface PaperAnswer {
  version: VersionRef
  paperId: string
  how: 'confirmation' | 'refusal' | 'withdrawal'
  /** Of a refusal. */
  reason?: string
}

export const usePaperAnswer = () =>
  useCommand(({ version, paperId, how, reason }: PaperAnswer, key: string) =>
    http.post<AgreementDocument>(
      `${versionPath(version)}/papers/${paperId}/${how}`,
      { reason },
      { key },
    ),
  )

export const useAmendment = () =>
  useCommand(
    ({ agreementId, amendment }: { agreementId: string; amendment: AmendmentDraft }, key: string) =>
      http.post<AgreementDocument>(`${pathOf(agreementId)}/amendments`, amendment, { key }),
  )

interface AmendmentEnd {
  version: VersionRef
  how: 'refusal' | 'withdrawal'
  /** Of a refusal. */
  reason?: string
}

export const useAmendmentEnd = () =>
  useCommand(({ version, how, reason }: AmendmentEnd, key: string) =>
    http.post<AgreementDocument>(`${versionPath(version)}/${how}`, { reason }, { key }),
  )
