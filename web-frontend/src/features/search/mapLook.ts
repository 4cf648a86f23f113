/** Where the map looks: its middle in degrees, and how near. */
export interface Look {
  longitude: number
  latitude: number
  zoom: number
}

/** The middle of Shandong, wide enough for it and its neighbours. */
const HOME: Look = { longitude: 118, latitude: 36.4, zoom: 6 }
const ZOOM_MIN = 3
const ZOOM_MAX = 14
/** How near the map goes by itself: about a county. */
const AROUND_MAX = 9
/** What is kept free around what is shown, as a share of the map. */
const ROOM = 0.2
/** Degrees from one side to the other at zoom 0; each step halves them. */
const WIDTH = 512
const HEIGHT = 256

export function readLook(text: string | undefined): Look {
  const [longitude, latitude, zoom] = (text ?? '').split(',').map(Number)
  return text && [longitude, latitude, zoom].every((part) => Number.isFinite(part))
    ? bounded({ longitude: longitude ?? 0, latitude: latitude ?? 0, zoom: zoom ?? 0 })
    : HOME
}

function bounded({ longitude, latitude, zoom }: Look): Look {
  const between = (low: number, value: number, high: number) => Math.min(high, Math.max(low, value))
  return {
    longitude: between(-179, longitude, 179),
    latitude: between(-84, latitude, 84),
    zoom: between(ZOOM_MIN, Math.round(zoom), ZOOM_MAX),
  }
}

export function lookText(look: Look): string {
  const { longitude, latitude, zoom } = bounded(look)
  return `${longitude.toFixed(4)},${latitude.toFixed(4)},${zoom}`
}

/** The same middle from nearer or farther. */
export function lookAt(look: Look, steps: number): string {
  return lookText({ ...look, zoom: look.zoom + steps })
}

export interface Sides {
  west: number
  south: number
  east: number
  north: number
}

export function sidesOf({ longitude, latitude, zoom }: Look): Sides {
  const width = WIDTH / 2 ** zoom / 2
  const height = HEIGHT / 2 ** zoom / 2
  return {
    west: Math.max(-180, longitude - width),
    south: Math.max(-85, latitude - height),
    east: Math.min(180, longitude + width),
    north: Math.min(85, latitude + height),
  }
}

/** The look whose sides come nearest to those. */
export function lookOf({ west, south, east, north }: Sides): Look {
  return bounded({
    longitude: (west + east) / 2,
    latitude: (south + north) / 2,
    zoom: Math.log2(WIDTH / Math.max(east - west, 0.001)),
  })
}

/** The nearest look that shows all of these, with room around them; none when there are none. */
export function lookAround(points: { longitude: number; latitude: number }[]): Look | undefined {
  if (points.length === 0) return undefined
  const ends = (values: number[]) => [Math.min(...values), Math.max(...values)] as const
  const [west, east] = ends(points.map((point) => point.longitude))
  const [south, north] = ends(points.map((point) => point.latitude))
  const steps = [WIDTH / (east - west), HEIGHT / (north - south)].map((ratio) =>
    Math.floor(Math.log2(ratio * (1 - ROOM))),
  )
  return bounded({
    longitude: (west + east) / 2,
    latitude: (south + north) / 2,
    zoom: Math.min(...steps, AROUND_MAX),
  })
}

/** `west,south,east,north`, as the search takes it. */
export function boxOf(look: Look): string {
  const { west, south, east, north } = sidesOf(look)
  return [west, south, east, north].map((side) => side.toFixed(5)).join(',')
}
