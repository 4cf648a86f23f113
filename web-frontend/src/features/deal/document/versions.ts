import type { AgreementDocument, DocumentVersion, PaperSigning } from '@/api/model'

/** Where a version stands, in one word. */
export type Standing =
  | 'to-sign'
  | 'signed-once'
  | 'amendment'
  | 'paper'
  | 'signed'
  | 'outside'
  | 'refused'
  | 'withdrawn'
  | 'lapsed'

export const STANDING_TONES: Record<Standing, 'good' | 'info' | 'warn' | 'plain' | 'bad'> = {
  'to-sign': 'warn',
  'signed-once': 'info',
  amendment: 'warn',
  paper: 'warn',
  signed: 'good',
  outside: 'good',
  refused: 'bad',
  withdrawn: 'plain',
  lapsed: 'plain',
}

/** Empty lists may be left out of an answer. */
export function whole(document: AgreementDocument): AgreementDocument {
  const { acts = [], versions = [] } = document as Partial<AgreementDocument>
  return {
    ...document,
    acts,
    versions: versions.map((version) => {
      const {
        changes = [],
        signatures = [],
        papers = [],
        files = [],
      } = version as Partial<DocumentVersion>
      const { months = [], adjustments = [] } = version.content as Partial<
        DocumentVersion['content']
      >
      const content = { ...version.content, months, adjustments }
      return { ...version, changes, signatures, papers, files, content }
    }),
  }
}

export const isOpen = ({ status }: DocumentVersion) =>
  status === 'proposed' || status === 'signed-once'

/** A signing outside of the exchange that its other side has not answered. */
export const waitingPaper = ({ papers }: DocumentVersion): PaperSigning | undefined =>
  papers.find(({ status }) => status === 'recorded')

/** The signing outside of the exchange by which a version holds. */
export const paperOf = ({ papers }: DocumentVersion): PaperSigning | undefined =>
  papers.find(({ status }) => status === 'confirmed')

export function standingOf(version: DocumentVersion): Standing {
  const { status, number } = version
  if (isOpen(version) && waitingPaper(version)) return 'paper'
  if (status === 'proposed') return number === 1 ? 'to-sign' : 'amendment'
  if (status === 'signed') return paperOf(version) ? 'outside' : 'signed'
  return status
}

const numbered = ({ versions }: AgreementDocument, number: number | undefined) =>
  versions.find((version) => version.number === number)

/** The number of the version that another one amends; those that were given up are passed over. */
export const amendedBy = ({ content }: DocumentVersion, { versions }: AgreementDocument) =>
  versions.find(({ sha256 }) => sha256 === content.previousSha256)?.number

/** The version that waits for signatures. */
export const openVersion = (document: AgreementDocument) => numbered(document, document.open)

/** The newest version that both sides have signed. */
export const versionInForce = (document: AgreementDocument) => numbered(document, document.inForce)

/**
 * The version to look at: what waits for signatures, else what holds, else the newest.
 *
 * @param asked the number in the address of the page, where it names a version
 */
export const shownVersion = (document: AgreementDocument, asked?: number) =>
  numbered(document, asked) ??
  openVersion(document) ??
  versionInForce(document) ??
  document.versions[0]

/** The number of a version in the address of a page; nothing where it is none. */
export function numberIn(value: unknown): number | undefined {
  return typeof value === 'string' && /^[1-9]\d{0,3}$/.test(value) ? Number(value) : undefined
}
