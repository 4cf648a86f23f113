export { useAllDemands, useDemand, useDemands } from './queries'
