import type { Basis, ProductGrade, Range } from '@/api/model'

/** Grades of the materials that are chosen; all while none is. */
export function gradesOf(grades: ProductGrade[], materials: string[]): ProductGrade[] {
  return materials.length === 0
    ? grades
    : grades.filter((grade) => grade.materials.some((key) => materials.includes(key)))
}

/**
 * The ranges with those of a grade: what it asks of a parameter replaces what stood there, other
 * parameters stay.
 */
export function withGrade(
  ranges: Range[],
  grade: ProductGrade,
  basisOf: (parameter: string) => Basis | undefined,
): Range[] {
  const asked = grade.limits.flatMap(({ parameter, min, max }) => {
    const basis = basisOf(parameter)
    return basis === undefined ? [] : [{ parameter, min, max, basis }]
  })
  const named = new Set(asked.map((range) => range.parameter))
  return [...asked, ...ranges.filter((range) => !named.has(range.parameter))]
}
