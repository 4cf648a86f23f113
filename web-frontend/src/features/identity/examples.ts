/** What a program says to the exchange, as commands that can be typed. */
export interface Example {
  key: 'read' | 'page' | 'write' | 'change' | 'remove' | 'refusal'
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** As the description of the interface names it. */
  path: string
  command: string
  /** The beginning of what comes back. */
  answer: string
}

const AUTHORISED = '-H "Authorization: Bearer $WUFEI_KEY"'
const JSON_BODY = '-H "Content-Type: application/json"'

/** Where the exchange is and who asks; the other commands use both. */
export function settings(origin: string): string {
  return lines(`export WUFEI='${origin}'`, "export WUFEI_KEY='wfk_...'")
}

export const EXAMPLES: Example[] = [
  {
    key: 'read',
    method: 'GET',
    path: '/api/v1/lots',
    command: call('curl -s "$WUFEI/api/v1/lots?status=published&limit=2"', AUTHORISED),
    answer: '{"items": [{"id": "0CAZ40AZ40AZ4", "version": 1, ...}], "next": "0CAZ40AZ40AZ4"}',
  },
  {
    key: 'page',
    method: 'GET',
    path: '/api/v1/lots',
    command: lines(
      'NEXT=0CAZ40AZ40AZ4',
      call('curl -s "$WUFEI/api/v1/lots?status=published&limit=2&cursor=$NEXT"', AUTHORISED),
    ),
    answer: '{"items": [...]}',
  },
  {
    key: 'write',
    method: 'POST',
    path: '/api/v1/lot-drafts',
    command: lines(
      call(
        'DRAFT=$(curl -s -X POST "$WUFEI/api/v1/lot-drafts"',
        AUTHORISED,
        JSON_BODY,
        '-H "Idempotency-Key: erp-draft-0001"',
        `-d '{"content": {"title": "GBFS"}}' | jq -r .id)`,
      ),
      'echo "$DRAFT"',
    ),
    answer: '0CAZ40AZ40AZ4',
  },
  {
    key: 'change',
    method: 'PUT',
    path: '/api/v1/lot-drafts/{id}',
    command: call(
      'curl -s -X PUT "$WUFEI/api/v1/lot-drafts/$DRAFT"',
      AUTHORISED,
      JSON_BODY,
      `-H 'If-Match: "1"'`,
      `-d '{"content": {"title": "GBFS, dry"}}'`,
    ),
    answer: '{"id": "0CAZ40AZ40AZ4", "version": 2, ...}',
  },
  {
    key: 'remove',
    method: 'DELETE',
    path: '/api/v1/lot-drafts/{id}',
    command: call(
      'curl -s -X DELETE "$WUFEI/api/v1/lot-drafts/$DRAFT"',
      AUTHORISED,
      `-H 'If-Match: "2"'`,
    ),
    answer: '',
  },
  {
    key: 'refusal',
    method: 'POST',
    path: '/api/v1/sites',
    command: call(
      'curl -s -i -X POST "$WUFEI/api/v1/sites"',
      AUTHORISED,
      JSON_BODY,
      '-H "Idempotency-Key: erp-site-0001"',
      `-d '{"name": "Works 2", "adcode": "370300", "latitude": 118.0, "longitude": 120.1}'`,
    ),
    answer: lines(
      'HTTP/1.1 400 Bad Request',
      'Content-Type: application/problem+json',
      '',
      '{"type": "about:blank", "title": "Bad Request", "status": 400, "code": "invalid-request",',
      ' "detail": "The request is malformed; `fields` says where.",',
      ' "fields": [{"path": "latitude", "code": "decimal-max", "message": "..."}]}',
    ),
  },
]

/** How a receiver works out the signature of a message of a webhook, whose body lies in a file. */
export const CHECK_SIGNATURE = lines(
  "WEBHOOK_SECRET='whs_...'",
  'TIMESTAMP=1794045600',
  `SIGNED=$({ printf '%s.' "$TIMESTAMP"; cat body.json; } \\`,
  `  | openssl dgst -sha256 -hmac "$WEBHOOK_SECRET" | sed 's/.*= //')`,
  'echo "v1=$SIGNED"',
)

export const TOO_MANY = lines(
  'HTTP/1.1 429 Too Many Requests',
  'Retry-After: 12',
  'Content-Type: application/problem+json',
  '',
  '{"type": "about:blank", "title": "Too Many Requests", "status": 429,',
  ' "code": "too-many-requests", "facts": {"retryAfterSeconds": 12}, ...}',
)

function call(...parts: string[]): string {
  return parts.join(' \\\n  ')
}

function lines(...parts: string[]): string {
  return parts.join('\n')
}
