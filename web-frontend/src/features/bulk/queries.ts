import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import { http } from '@/api/http'
import type { Page } from '@/api/model'
import { toProblem } from '@/api/problem'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'
import { isGoingOn } from './states'
import type { Import, ImportKind, ImportLine, LineResult } from '@/api/model'

const PATH = '/imports'

/** What goes on goes on by itself, and the page follows. */
const FOLLOW_MS = 1_000
/** The longest page that the exchange gives. */
const PAGE_MAX = 100
/** How long to wait when the exchange asks for patience and does not say how much. */
const PAUSE_S = 5
const TRIES_MAX = 20

export type TemplateLanguage = 'zh' | 'en'

export const useImportKinds = () =>
  useItem<{ items: ImportKind[] }>('/import-kinds', {}, { staleTime: Infinity })

export const template = (language: TemplateLanguage) => http.file(`/import-templates/${language}`)

export const useImports = () => usePages<Import>(PATH)

/** One import, followed until it is over; a read that fails takes nothing off the page. */
export function useImport(id: () => string) {
  const path = computed(() => `${PATH}/${id()}`)
  const result = useQuery({
    queryKey: computed(() => [path.value, {}]),
    queryFn: ({ signal }) => http.get<Import>(path.value, {}, signal),
    refetchInterval: ({ state }) => (state.data && isGoingOn(state.data) ? FOLLOW_MS : false),
  })
  return {
    data: result.data,
    pending: result.isPending,
    problem: computed(() => result.error.value ?? undefined),
    refetch: () => void result.refetch(),
  }
}

export const useImportLines = (id: () => string, result: () => LineResult | undefined) =>
  usePages<ImportLine>(
    () => `${PATH}/${id()}/lines`,
    computed(() => ({ result: result() })),
  )

const pause = (seconds: number) => new Promise((done) => setTimeout(done, seconds * 1_000))

/** A long list is more than the exchange answers at once: it says when to go on. */
async function patiently<T>(read: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await read()
    } catch (thrown) {
      const { status, retryAfterSeconds } = toProblem(thrown)
      if (status !== 429 || tries === TRIES_MAX) throw thrown
      await pause(retryAfterSeconds ?? PAUSE_S)
    }
  }
}

/** All lines of an import that were refused. */
export async function refusedLines(id: string): Promise<ImportLine[]> {
  const lines: ImportLine[] = []
  let cursor: string | undefined
  do {
    const query = { result: 'refused', limit: PAGE_MAX, cursor }
    const page = await patiently(() => http.get<Page<ImportLine>>(`${PATH}/${id}/lines`, query))
    lines.push(...page.items)
    cursor = page.next
  } while (cursor)
  return lines
}

interface Upload {
  file: File
  dryRun: boolean
  /** Of a CSV file. */
  kind?: string
}

export function useUpload() {
  const { submit, ...command } = useCommand(
    ({ file, dryRun, kind }: Upload & { told: unknown }, key: string) =>
      http.post<Import>(PATH, file, { query: { name: file.name, dryRun, kind }, key }),
  )
  return {
    ...command,
    /** A file alone looks like any other where it is told whether the same is sent again. */
    submit: (upload: Upload) => {
      const { name, size, lastModified } = upload.file
      return submit({ ...upload, told: { name, size, lastModified } })
    },
  }
}

export const useExecution = () =>
  useCommand((id: string, key: string) => http.post<Import>(`${PATH}/${id}/execution`, {}, { key }))

export const useCancellation = () =>
  useCommand((id: string, key: string) =>
    http.post<Import>(`${PATH}/${id}/cancellation`, {}, { key }),
  )
