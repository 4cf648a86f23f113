import { newKey } from '@/api/http'
import type { Attachment } from '@/api/model'
import { Problem } from '@/api/problem'

/** What the exchange takes, told before anything is sent to it. */
export const FILES_MAX = 5
export const FILE_BYTES_MAX = 10 * 1024 * 1024
const NAME_CHARACTERS_MAX = 120

const ENDINGS: Record<Attachment['mediaType'], string[]> = {
  'application/pdf': ['.pdf'],
  'image/jpeg': ['.jpg', '.jpeg'],
  'image/png': ['.png'],
}

/** What the browser offers for choice. */
export const FILE_CHOICE = Object.values(ENDINGS).flat().join(',')

export type FileState = 'waiting' | 'sending' | 'attached' | 'failed'

/** A file on its way to what it is attached to. */
export interface OutgoingFile {
  /** Sent with it each time, so that it is not attached twice. */
  key: string
  file: File
  state: FileState
  /** What it became. */
  attachment?: Attachment
  /** Why it was not attached. */
  problem?: Problem
}

const refusal = (code: string, facts: Record<string, unknown> = {}) =>
  new Problem({ status: 422, code, detail: '', facts })

function isOfKind({ name, type }: File): boolean {
  const plain = name.toLowerCase()
  return (
    Object.hasOwn(ENDINGS, type) ||
    Object.values(ENDINGS).some((endings) => endings.some((ending) => plain.endsWith(ending)))
  )
}

const isNameFit = (name: string) =>
  name.length <= NAME_CHARACTERS_MAX && /^[^/\\\p{Cc}]+$/u.test(name)

/** The exchange would not take this file. */
function unfit(file: File): Problem | undefined {
  if (file.size > FILE_BYTES_MAX) return refusal('file-too-large', { bytesMax: FILE_BYTES_MAX })
  if (file.size === 0) return refusal('file-empty')
  if (!isOfKind(file)) return refusal('file-kind-unknown')
  return isNameFit(file.name)
    ? undefined
    : refusal('file-name-unfit', { charactersMax: NAME_CHARACTERS_MAX })
}

const isSame = (one: File, other: File) =>
  one.name === other.name && one.size === other.size && one.lastModified === other.lastModified

/**
 * What was chosen beside what is there already; the same file is not taken twice.
 *
 * @param room for how many files altogether
 */
export function sift(
  chosen: File[],
  there: OutgoingFile[],
  room: number,
): { fit: OutgoingFile[]; refused: OutgoingFile[] } {
  const fit = [...there]
  const refused: OutgoingFile[] = []
  for (const file of chosen) {
    if (fit.some((it) => isSame(it.file, file))) continue
    const full = fit.length >= room ? refusal('files-too-many', { filesMax: FILES_MAX }) : undefined
    const problem = unfit(file) ?? full
    if (problem) refused.push({ key: newKey(), file, state: 'failed', problem })
    else fit.push({ key: newKey(), file, state: 'waiting' })
  }
  return { fit, refused }
}

/** Nobody decided against it: it may be sent again as it is. */
const isUndecided = ({ status }: Problem) => status < 400 || status === 429 || status >= 500

/** Still to be sent, for the first time or again. */
export const isLeft = ({ state, problem }: OutgoingFile) =>
  state === 'waiting' || (state === 'failed' && problem !== undefined && isUndecided(problem))

/** `application/pdf` is a PDF. */
export const kindOf = ({ mediaType }: Attachment) => (mediaType.split('/')[1] ?? '').toUpperCase()
