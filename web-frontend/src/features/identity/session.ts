import { computed, shallowRef } from 'vue'
import { http, newKey, onSession, refreshSession, setAccessToken, setActingFor } from '@/api/http'
import type { Acting, DelegationScope, Me, Page, Role, Session } from '@/api/model'
import { queryClient } from '@/api/queryClient'

/**
 * Who is signed in. A mark in the browser's storage says that a refresh cookie is likely there, so
 * that a visitor who never signed in causes no refused call.
 */
const MARK = 'wufei.signed-in'

/** For whom this tab acts; other tabs act for whom they do. */
const ACTING = 'wufei.acting-for'

const own = shallowRef<Me>()
const acting = shallowRef<Acting>()
const actingOver = shallowRef(false)
const ended = shallowRef(false)

const TRADING_SCOPES: DelegationScope[] = ['trade', 'settlement', 'records', 'sign']

/** What both the person's own role and the delegation allow, as the exchange has it. */
function roleFor(role: Role, scopes: DelegationScope[]): Role {
  const trades = role === 'org-admin' || role === 'trader'
  if (trades && scopes.some((scope) => TRADING_SCOPES.includes(scope))) return 'trader'
  return (trades || role === 'gate') && scopes.includes('gate') ? 'gate' : 'reader'
}

/** Who is at the page, as a member of the organisation for which it acts. */
const me = computed<Me | undefined>(() => {
  const person = own.value
  const other = acting.value
  if (!person || !other) return person
  const role = roleFor(person.role, other.scopes)
  return { ...person, role, organisation: other.organisation }
})

/** Acts for that organisation from now on, or for the person's own again. */
export function actFor(other: Acting | undefined): void {
  setActingFor(other?.organisation.id)
  if (other) sessionStorage.setItem(ACTING, other.organisation.id)
  else sessionStorage.removeItem(ACTING)
  queryClient.clear()
  actingOver.value = false
  acting.value = other
}

function actingEnded(): void {
  if (!acting.value) return
  actFor(undefined)
  actingOver.value = true
}

export const readActing = () => http.get<Page<Acting>>('/delegations/acting')

async function restoreActing(): Promise<void> {
  const id = sessionStorage.getItem(ACTING)
  if (id === null || !own.value) return
  const { items } = await readActing()
  actFor(items.find((it) => it.organisation.id === id))
}

const TRADERS: Role[] = ['org-admin', 'trader']
const GATES: Role[] = ['org-admin', 'trader', 'gate']

function adopt(session: Session): void {
  const before = own.value
  setAccessToken(session.accessToken)
  localStorage.setItem(MARK, session.me.memberId)
  if (before && before.memberId !== session.me.memberId) actFor(undefined)
  own.value = session.me
  ended.value = false
}

function forget(byItself: boolean): void {
  const was = own.value !== undefined
  actFor(undefined)
  setAccessToken(undefined)
  localStorage.removeItem(MARK)
  own.value = undefined
  ended.value = was && byItself
  queryClient.clear()
}

onSession({ renewed: adopt, ended: () => forget(true), actingEnded })

window.addEventListener('storage', (event) => {
  if (event.key === MARK && event.newValue === null && own.value) forget(true)
})

/** Renews the session of an earlier visit, if there is one. */
export async function restoreSession(): Promise<void> {
  if (localStorage.getItem(MARK) === null) return
  try {
    await refreshSession()
    await restoreActing()
  } catch {
    own.value = undefined
  }
}

export async function signIn(login: string, password: string): Promise<Me> {
  const session = await http.post<Session>('/session', { login, password }, { key: newKey() })
  actFor(undefined)
  adopt(session)
  return session.me
}

export async function signOut(): Promise<void> {
  try {
    await http.delete('/session')
  } finally {
    forget(false)
  }
}

/** Reads the signed-in member again, e.g. after the organisation was verified. */
export async function reloadMe(): Promise<void> {
  if (own.value) own.value = await http.get<Me>('/me')
}

export function useSession() {
  const role = computed(() => me.value?.role)
  const kind = computed(() => me.value?.organisation.kind)
  const has = (roles: Role[]) => role.value !== undefined && roles.includes(role.value)
  return {
    me,
    /** As a member of its own firm. */
    own: computed(() => own.value),
    acting: computed(() => acting.value),
    /** The last delegation ended while the person acted under it. */
    actingOver: computed(() => actingOver.value),
    ended: computed(() => ended.value),
    organisationId: computed(() => me.value?.organisation.id),
    supplies: computed(() => kind.value === 'producer' || kind.value === 'producer-receiver'),
    receives: computed(() => kind.value === 'receiver' || kind.value === 'producer-receiver'),
    verified: computed(() => me.value?.organisation.status === 'verified'),
    mayTrade: computed(() => has(TRADERS)),
    mayWeigh: computed(() => has(GATES)),
    isOrgAdmin: computed(() => role.value === 'org-admin'),
    isTrading: computed(() => has(['org-admin', 'trader', 'gate', 'reader'])),
    isAuditor: computed(() => has(['audit-industry', 'audit-ecology'])),
    mayVerify: computed(() => has(['audit-industry', 'operator'])),
    isIndustry: computed(() => has(['audit-industry'])),
    isOperator: computed(() => has(['operator'])),
  }
}
