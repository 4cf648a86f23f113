import { computed, shallowRef } from 'vue'
import { http, newKey, onSession, refreshSession, setAccessToken } from '@/api/http'
import type { Me, Role, Session } from '@/api/model'
import { queryClient } from '@/api/queryClient'

/**
 * Who is signed in. A mark in the browser's storage says that a refresh cookie is likely there, so
 * that a visitor who never signed in causes no refused call.
 */
const MARK = 'wufei.signed-in'

const me = shallowRef<Me>()
const ended = shallowRef(false)

const TRADERS: Role[] = ['org-admin', 'trader']
const GATES: Role[] = ['org-admin', 'trader', 'gate']

function adopt(session: Session): void {
  const before = me.value
  setAccessToken(session.accessToken)
  localStorage.setItem(MARK, session.me.memberId)
  if (before && before.memberId !== session.me.memberId) queryClient.clear()
  me.value = session.me
  ended.value = false
}

function forget(byItself: boolean): void {
  const was = me.value !== undefined
  setAccessToken(undefined)
  localStorage.removeItem(MARK)
  me.value = undefined
  ended.value = was && byItself
  queryClient.clear()
}

onSession({ renewed: adopt, ended: () => forget(true) })

window.addEventListener('storage', (event) => {
  if (event.key === MARK && event.newValue === null && me.value) forget(true)
})

/** Renews the session of an earlier visit, if there is one. */
export async function restoreSession(): Promise<void> {
  if (localStorage.getItem(MARK) === null) return
  try {
    await refreshSession()
  } catch {
    me.value = undefined
  }
}

export async function signIn(login: string, password: string): Promise<Me> {
  const session = await http.post<Session>('/session', { login, password }, { key: newKey() })
  queryClient.clear()
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
  if (me.value) me.value = await http.get<Me>('/me')
}

export function useSession() {
  const role = computed(() => me.value?.role)
  const kind = computed(() => me.value?.organisation.kind)
  const has = (roles: Role[]) => role.value !== undefined && roles.includes(role.value)
  return {
    me: computed(() => me.value),
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
