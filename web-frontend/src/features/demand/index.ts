export { useDemand, useDemands } from './queries'
