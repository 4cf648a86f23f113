/** An end that is absent is open. */
export interface Ends {
  min?: number
  max?: number
}

export interface Placed {
  from: number
  to: number
  openBelow: boolean
  openAbove: boolean
}

const MARGIN = 0.15

/** Two ranges on one axis, in percent of its width. What is open runs to the edge. */
export function onOneAxis(need: Ends, have: Ends | undefined): { need: Placed; have?: Placed } {
  const ends = [need.min, need.max, have?.min, have?.max].filter((end) => end !== undefined)
  const least = Math.min(...ends)
  const most = Math.max(...ends)
  const room = (most - least || Math.abs(most) || 1) * MARGIN
  const start = least - room
  const span = most + room - start
  const at = (value: number) => ((value - start) / span) * 100
  const place = ({ min, max }: Ends): Placed => ({
    from: min === undefined ? 0 : at(min),
    to: max === undefined ? 100 : at(max),
    openBelow: min === undefined,
    openAbove: max === undefined,
  })
  return have ? { need: place(need), have: place(have) } : { need: place(need) }
}

/** "85..90 none", "<= 12 wet", ">= 3 dry" as two ends; a span of days as days since 1970. */
export function endsOf(text: string | undefined): Ends | undefined {
  if (!text) return undefined
  const figure = text.replace(/ (?:wet|dry|as-received|none)$/, '')
  const value = (part: string) =>
    /^\d{4}-\d{2}-\d{2}$/.test(part) ? Date.parse(part) / 86_400_000 : Number(part)
  if (figure.startsWith('<= ')) return { max: value(figure.slice(3)) }
  if (figure.startsWith('>= ')) return { min: value(figure.slice(3)) }
  const [min = '', max = ''] = figure.split('..')
  const ends = { min: value(min), max: value(max) }
  return Number.isFinite(ends.min) && Number.isFinite(ends.max) ? ends : undefined
}
