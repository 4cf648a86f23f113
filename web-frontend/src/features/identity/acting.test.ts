import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Acting, DelegationScope, Role, Session } from '@/api/model'

const plant: Acting['organisation'] = {
  id: 'plant',
  name: 'Plant',
  kind: 'producer',
  status: 'verified',
  demo: false,
  adcode: '370100',
}
const acting = (...scopes: DelegationScope[]): Acting => ({
  delegationId: 'd1',
  organisation: plant,
  scopes: ['read', ...scopes],
  lastDay: '2099-12-31',
})

let asked: { path: string; actingFor: string | null }[]
let refused: boolean

function exchange(path: string, { headers }: RequestInit): Promise<Response> {
  asked.push({ path, actingFor: new Headers(headers).get('Wufei-Acting-For') })
  const json = (it: unknown, status = 200) =>
    Promise.resolve(
      new Response(JSON.stringify(it), {
        status,
        headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
      }),
    )
  if (path.endsWith('/delegations/acting')) return json({ items: [acting('trade')] })
  if (refused) return json({ code: 'not-acting-for' }, 403)
  return json(session('org-admin'))
}

const session = (role: Role): Session => ({
  accessToken: 'token',
  expiresAt: '2099-01-01T00:00:00Z',
  me: {
    memberId: 'm1',
    login: 'wang',
    name: 'Wang',
    role,
    organisation: { ...plant, id: 'group', name: 'Group' },
  },
})

/** A page that was just loaded. */
async function loaded() {
  vi.resetModules()
  const identity = await import('./session')
  const { http } = await import('@/api/http')
  return { ...identity, http, use: identity.useSession() }
}

beforeEach(() => {
  asked = []
  refused = false
  vi.stubGlobal('fetch', exchange)
})
afterEach(() => {
  vi.unstubAllGlobals()
  sessionStorage.clear()
  localStorage.clear()
})

it.each<[DelegationScope[], Role]>([
  [[], 'reader'],
  [['gate'], 'gate'],
  [['trade', 'gate'], 'trader'],
  [['settlement'], 'trader'],
])('acts within %s as %s, and never as an administrator', async (scopes, role) => {
  const { signIn, actFor, use } = await loaded()
  await signIn('wang', 'secret')
  expect(use.isOrgAdmin.value).toBe(true)

  actFor(acting(...scopes))

  expect(use.me.value?.organisation.id).toBe('plant')
  expect(use.me.value?.role).toBe(role)
  expect(use.isOrgAdmin.value).toBe(false)
  expect(use.own.value?.organisation.id).toBe('group')
})

it('goes on acting after the page was loaded anew, in this tab', async () => {
  const first = await loaded()
  await first.signIn('wang', 'secret')
  first.actFor(acting('trade'))

  const { restoreSession, http, use } = await loaded()
  await restoreSession()
  await http.get('/lots')

  expect(use.acting.value?.organisation.id).toBe('plant')
  expect(asked.at(-1)).toEqual({ path: '/api/v1/lots', actingFor: 'plant' })
})

it('acts for the own firm again once the delegation has ended, and says so', async () => {
  const { signIn, actFor, http, use } = await loaded()
  await signIn('wang', 'secret')
  actFor(acting('trade'))
  refused = true

  await expect(http.get('/lots')).rejects.toMatchObject({ code: 'not-acting-for' })

  expect(use.acting.value).toBeUndefined()
  expect(use.actingOver.value).toBe(true)
  expect(use.me.value?.organisation.id).toBe('group')
  refused = false
  await http.get('/lots')
  expect(asked.at(-1)?.actingFor).toBeNull()
})
