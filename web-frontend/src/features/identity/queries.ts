import { computed } from 'vue'
import { http } from '@/api/http'
import type {
  Me,
  Member,
  Organisation,
  OrganisationKind,
  Policy,
  Role,
  Site,
  Status,
} from '@/api/model'
import { useCommand } from '@/api/useCommand'
import { useItem } from '@/api/useItem'
import { usePages } from '@/api/usePages'

const STATUS_EVERY_MS = 30_000
const LIST_MAX = 100

export function useStatus(watching = false) {
  return useItem<Status>('/status', {}, watching ? { refetchInterval: STATUS_EVERY_MS } : {})
}

export interface SignUp {
  uscc: string
  name: string
  nameEn?: string
  kind: OrganisationKind
  adcode: string
  demo?: boolean
  admin: { login: string; password: string; name: string; role?: Role }
}

export const useSignUp = () =>
  useCommand((input: SignUp, key: string) =>
    http.post<Organisation>('/organisations', input, { key }),
  )

export interface Bootstrap {
  secret: string
  login: string
  password: string
  name: string
}

export const useBootstrap = () =>
  useCommand((input: Bootstrap, key: string) => http.post<Me>('/bootstrap', input, { key }))

export const useOrganisations = (status: () => string | undefined) =>
  usePages<Organisation>(
    '/organisations',
    computed(() => ({ status: status() })),
  )

export interface Verification {
  organisation: Organisation
  decision: 'verified' | 'rejected' | 'suspended'
  note?: string
}

export const useVerification = () =>
  useCommand(({ organisation, decision, note }: Verification, key: string) =>
    http.post<Organisation>(
      `/organisations/${organisation.id}/verification`,
      { decision, note: note || undefined },
      { key, version: organisation.version },
    ),
  )

export const useMembers = () => usePages<Member>('/members', { limit: LIST_MAX })

export interface NewMember {
  login: string
  name: string
  role: Role
  password: string
}

export const useNewMember = () =>
  useCommand((input: NewMember, key: string) => http.post<Member>('/members', input, { key }))

export const useDeactivation = () =>
  useCommand((member: Member, key: string) =>
    http.post<Member>(`/members/${member.id}/deactivation`, {}, { key, version: member.version }),
  )

export const usePolicy = (enabled: () => boolean = () => true) =>
  useItem<Policy>('/policy', {}, { enabled })

export const usePolicyChange = () =>
  useCommand(({ policy, lotsReviewed }: { policy: Policy; lotsReviewed: boolean }) =>
    http.put<Policy>('/policy', { lotsReviewed }, { version: policy.version }),
  )

export interface ApprovalPolicy {
  policy: Policy
  /** Left out where nothing has to be approved. */
  aboveFen?: number
  administratorsAlone: boolean
}

export const useApprovalPolicyChange = () =>
  useCommand(({ policy, aboveFen, administratorsAlone }: ApprovalPolicy) =>
    http.put<Policy>(
      '/policy/approval',
      { aboveFen, administratorsAlone },
      { version: policy.version },
    ),
  )

/** Every site, for choices that must not miss any. */
export const useSites = (enabled: () => boolean = () => true) =>
  usePages<Site>('/sites', {}, { enabled, all: true })

export const COORDINATE_SYSTEMS = ['wgs-84', 'gcj-02', 'bd-09'] as const
export type CoordinateSystem = (typeof COORDINATE_SYSTEMS)[number]

export interface NewSite {
  name: string
  nameEn?: string
  adcode: string
  latitude: number
  longitude: number
  coordinateSystem: CoordinateSystem
  address?: string
  railSiding: boolean
  wharf: boolean
}

export const useNewSite = () =>
  useCommand((input: NewSite, key: string) => http.post<Site>('/sites', input, { key }))
