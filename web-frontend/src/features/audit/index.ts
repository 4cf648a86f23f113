export { useStockpiles } from './queries'
