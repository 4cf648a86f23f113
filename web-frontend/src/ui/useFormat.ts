import { useI18n } from 'vue-i18n'
import { byteSize, wholeMegabytes } from '@/lib/bytes'
import { dateTime, monthName } from '@/lib/dates'
import { decimal, kilograms, tonnes } from '@/lib/mass'
import { priceChange, yuanOf, yuanPerTonne } from '@/lib/money'

interface Named {
  name: string
  nameEn?: string
}

interface NamedTwice {
  nameZh: string
  nameEn?: string
}

/** Numbers, units, dates and names as the chosen language writes them. */
export function useFormat() {
  const { locale, t } = useI18n()

  function nameOf(thing: Named | NamedTwice): string {
    const chinese = 'nameZh' in thing ? thing.nameZh : thing.name
    return locale.value === 'en' ? thing.nameEn || chinese : chinese
  }

  function fileSize(bytes: number): string {
    const { value, unit } = byteSize(bytes)
    return t(`unit.${unit}`, { value: decimal(value, locale.value, 1) })
  }

  return {
    nameOf,
    fileSize,
    /** How large a file may be. */
    fileLimit: (bytes: number) =>
      t('unit.megabytes', { value: decimal(wholeMegabytes(bytes), locale.value, 0) }),
    /** Tonnes without the unit, for columns whose heading names it. */
    t3: (kg: number) => tonnes(kg, locale.value),
    mass: (kg: number) => t('unit.tonnes', { value: tonnes(kg, locale.value) }),
    kg: (kg: number) => t('unit.kilograms', { value: kilograms(kg, locale.value) }),
    price: (yuan: number) => t('unit.yuanPerT', { value: yuanPerTonne(yuan, locale.value) }),
    priceChange: (yuan: number) => t('unit.yuanPerT', { value: priceChange(yuan, locale.value) }),
    price2: (yuan: number) => yuanPerTonne(yuan, locale.value),
    /** Yuan without the unit, of whole fen. */
    yuan: (fen: number) => yuanOf(fen, locale.value),
    money: (fen: number) => t('unit.yuanOf', { value: yuanOf(fen, locale.value) }),
    distance: (km: number) => t('unit.km', { value: decimal(km, locale.value, 1) }),
    percent: (value: number) => t('unit.percent', { value: decimal(value, locale.value, 2) }),
    number: (value: number, decimals = 3) => decimal(value, locale.value, decimals),
    instant: (iso: string) => dateTime(iso),
    monthName: (month: number) => monthName(month, locale.value),
    span: (from: string, to: string) => t('unit.span', { from, to }),
  }
}
