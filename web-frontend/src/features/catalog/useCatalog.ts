import { useFormat } from '@/ui/useFormat'
import type { Parameter } from '@/api/model'
import { useClasses, useMaterials, useParameters, useRegions, useUses } from './queries'

/** Names of reference data by their keys; a key that is not known is shown as it is. */
export function useCatalog() {
  const { nameOf, number } = useFormat()
  const { items: materials } = useMaterials()
  const { items: classes } = useClasses()
  const { items: parameters } = useParameters()
  const { items: regions } = useRegions()
  const { items: uses } = useUses()

  function parameter(key: string): Parameter | undefined {
    return parameters.value.find((item) => item.key === key)
  }

  function material(key: string) {
    return materials.value.find((item) => item.key === key)
  }

  function materialName(key: string): string {
    const found = material(key)
    return found ? nameOf(found) : key
  }

  function parameterName(key: string): string {
    const found = parameter(key)
    if (!found) return key
    const name = nameOf(found)
    return found.symbol && found.symbol !== name ? `${name} (${found.symbol})` : name
  }

  function unitOf(key: string): string {
    const unit = parameter(key)?.unit ?? ''
    return unit === '1' || unit === 'none' ? '' : unit
  }

  /** A range in words: "3 – 5 %", "≤ 5 %", "≥ 3 %". */
  function rangeText(
    range: { parameter: string; min?: number; max?: number },
    decimals = parameter(range.parameter)?.decimals ?? 3,
  ): string {
    const unit = unitOf(range.parameter)
    const low = range.min === undefined ? undefined : number(range.min, decimals)
    const high = range.max === undefined ? undefined : number(range.max, decimals)
    const tail = unit ? ` ${unit}` : ''
    if (low !== undefined && high !== undefined) {
      return low === high ? `${low}${tail}` : `${low} – ${high}${tail}`
    }
    if (high !== undefined) return `≤ ${high}${tail}`
    return low === undefined ? '–' : `≥ ${low}${tail}`
  }

  function classLabel(code: string): string {
    const found = classes.value.find((item) => item.code === code)
    return found ? `${code} ${nameOf(found)}` : code
  }

  function regionName(adcode: string): string {
    const found = regions.value.find((item) => item.adcode === adcode)
    return found ? nameOf(found) : adcode
  }

  function useName(key: string): string {
    const found = uses.value.find((item) => item.key === key)
    return found ? nameOf(found) : key
  }

  return {
    materials,
    classes,
    parameters,
    regions,
    uses,
    material,
    parameter,
    materialName,
    parameterName,
    unitOf,
    rangeText,
    classLabel,
    regionName,
    useName,
  }
}
