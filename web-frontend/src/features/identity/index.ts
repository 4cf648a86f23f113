export { default as OrganisationName } from './OrganisationName.vue'
export { usePolicy, useSites, useStatus } from './queries'
export { reloadMe, restoreSession, signOut, useSession } from './session'
