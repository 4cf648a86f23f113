/**
 * Every failure of a call becomes one Problem: a refusal of the exchange keeps its stable code, and
 * what never reached the exchange gets one of the codes `network`, `aborted` and `unreadable`.
 */
export interface FieldFault {
  path: string
  code: string
  message: string
}

interface ProblemBody {
  title?: unknown
  code?: unknown
  detail?: unknown
  fields?: unknown
  facts?: unknown
}

interface ProblemParts {
  status: number
  code: string
  detail: string
  fields?: FieldFault[]
  facts?: Record<string, unknown>
  retryAfterSeconds?: number
}

export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields: FieldFault[]
  readonly facts: Record<string, unknown>
  readonly retryAfterSeconds: number | undefined

  constructor(parts: ProblemParts) {
    super(`${parts.status} ${parts.code}: ${parts.detail}`)
    this.name = 'Problem'
    this.status = parts.status
    this.code = parts.code
    this.detail = parts.detail
    this.fields = parts.fields ?? []
    this.facts = parts.facts ?? {}
    this.retryAfterSeconds = parts.retryAfterSeconds
  }

  /** The call may be sent again as it is: nobody decided against it. */
  get transient(): boolean {
    return this.code === 'network' || this.status === 502 || this.status === 503
  }
}

const CODE_OF_STATUS: Record<number, string> = {
  400: 'invalid-request',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  412: 'version-stale',
  428: 'precondition-missing',
  429: 'too-many-requests',
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fieldFaults(value: unknown): FieldFault[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).map((fault) => ({
    path: text(fault.path),
    code: text(fault.code),
    message: text(fault.message),
  }))
}

function retryAfter(response: Response): number | undefined {
  const seconds = Number(response.headers.get('Retry-After'))
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined
}

/** Reads the body of a refused call; a proxy's page of text becomes a Problem as well. */
export async function problemOf(response: Response): Promise<Problem> {
  let body: ProblemBody = {}
  try {
    const parsed: unknown = await response.json()
    if (isRecord(parsed)) body = parsed
  } catch {
    body = {}
  }
  return new Problem({
    status: response.status,
    code: text(body.code) || CODE_OF_STATUS[response.status] || 'server-error',
    detail: text(body.detail) || text(body.title) || response.statusText,
    fields: fieldFaults(body.fields),
    facts: isRecord(body.facts) ? body.facts : {},
    retryAfterSeconds: retryAfter(response),
  })
}

/** Whatever was thrown, as a Problem. */
export function toProblem(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof Error && thrown.name === 'AbortError') {
    return new Problem({ status: 0, code: 'aborted', detail: thrown.message })
  }
  if (thrown instanceof SyntaxError) {
    return new Problem({ status: 0, code: 'unreadable', detail: thrown.message })
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new Problem({ status: 0, code: 'network', detail })
}
