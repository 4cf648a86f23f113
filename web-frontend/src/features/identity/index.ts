export { default as OrganisationName } from './OrganisationName.vue'
export { usePolicy, useSites, useStatus } from './queries'
export { actFor, readActing, reloadMe, restoreSession, signOut, useSession } from './session'
