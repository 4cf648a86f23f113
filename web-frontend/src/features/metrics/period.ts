/** The official rate is that of months of one calendar year, from January on. */
export function isOfficialPeriod(from: string | undefined, to: string | undefined): boolean {
  return from !== undefined && from.endsWith('-01') && from.slice(0, 4) === to?.slice(0, 4)
}
