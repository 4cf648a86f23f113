export { default as OrganisationName } from './OrganisationName.vue'
export { useSites, useStatus } from './queries'
export { reloadMe, restoreSession, signOut, useSession } from './session'
