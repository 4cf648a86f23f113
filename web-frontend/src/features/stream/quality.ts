import type { Basis, Measured, QualityReport } from '@/api/model'

export interface TrendPoint extends Pick<Measured, 'min' | 'max'> {
  reportId: string
  reportNumber: string
  sampledOn: string
}

/** What reports found for one parameter on one basis, oldest sample first. */
export interface Trend {
  key: string
  parameter: string
  basis: Basis
  points: TrendPoint[]
}

const stands = (report: QualityReport) => report.status !== 'withdrawn'

/** The one sampled last; of one day the first of the list. */
function lastSampled(reports: QualityReport[]): QualityReport | undefined {
  let newest: QualityReport | undefined
  for (const report of reports) {
    if (!newest || report.sampledOn > newest.sampledOn) newest = report
  }
  return newest
}

/**
 * How values went, those with most points first. What was sampled on one day only has no trend, and
 * withdrawn reports count for nothing.
 *
 * @param reports last recorded first, as the exchange gives them
 */
export function trends(reports: QualityReport[]): Trend[] {
  const found = new Map<string, Trend>()
  const inOrder = reports
    .filter(stands)
    .toReversed()
    .sort((a, b) => a.sampledOn.localeCompare(b.sampledOn))
  for (const { id, reportNumber, sampledOn, values } of inOrder) {
    for (const { parameter, basis, min, max } of values) {
      const key = `${parameter}/${basis}`
      const trend = found.get(key) ?? { key, parameter, basis, points: [] }
      trend.points.push({ reportId: id, reportNumber, sampledOn, min, max })
      found.set(key, trend)
    }
  }
  return [...found.values()]
    .filter(({ points }) => points[0]?.sampledOn !== points.at(-1)?.sampledOn)
    .sort((a, b) => b.points.length - a.points.length)
}

/** The newest sample's report where it is out of date, or will be soon. */
export function runningOut(reports: QualityReport[]): QualityReport | undefined {
  const newest = lastSampled(reports.filter(stands))
  return newest?.status === 'expiring' || newest?.status === 'expired' ? newest : undefined
}

/** The newest sample's report of those that hold today. */
export const newestHolding = (reports: QualityReport[]) =>
  lastSampled(reports.filter((report) => stands(report) && report.status !== 'expired'))

/** The values by themselves, for a form that goes on with them. */
export const rangesOf = (report: QualityReport): Measured[] =>
  report.values.map((value) => ({ ...value }))
