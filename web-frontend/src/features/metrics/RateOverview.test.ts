import { shallowMount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import type { Utilisation } from '@/api/model'
import english from '@/locales/en.json'
import FigureBox from '@/ui/FigureBox.vue'
import RateOverview from './RateOverview.vue'

const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: english } })

/** 20 t of an earlier year were recorded in this one. */
const utilisation = {
  total: {
    generatedKg: 120_000,
    producedKg: 100_000,
    usedDeclaredKg: 0,
    usedProvenKg: 0,
    usedFromOldProvenKg: 5_000,
    foundKg: 0,
    onHandKg: 0,
  },
  months: [],
} as unknown as Utilisation

function shown(from: string, to: string) {
  return shallowMount(RateOverview, {
    props: { utilisation, scope: { from, to } },
    global: { plugins: [i18n] },
  })
}

describe('the rate', () => {
  it('shows the two parts of its denominator together', () => {
    const figures = shown('2025-01', '2025-12').findAllComponents(FigureBox)
    const denominator = figures.map((figure) => figure.props()).find((it) => it.note?.includes('5'))
    expect(denominator?.label).toBe(english.rate.produced)
    expect(denominator?.value).toMatch(/^100/)
  })

  it('says when the period is none of the official rate', () => {
    expect(shown('2025-01', '2025-12').text()).not.toContain(english.rate.periodNote)
    expect(shown('2024-12', '2025-11').text()).toContain(english.rate.periodNote)
  })
})
