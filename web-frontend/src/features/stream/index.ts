export { useStream, useStreams } from './queries'
