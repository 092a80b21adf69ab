import type { Bom } from '../../src/core/bom/line.ts';

/** One BOM that names these parts, one a line. */
export function bomOf(mpns: readonly string[], file = 'main.csv'): Bom {
  return {
    file,
    sheet: null,
    headerRow: 1,
    firstRow: 1,
    sha256: file,
    encoding: 'utf8',
    columns: { mpn: ['MPN'], manufacturer: [], quantity: null, designators: null },
    lines: mpns.map((mpn, index) => ({
      row: index + 2,
      designators: `U${index + 1}`,
      quantity: 1,
      parts: [{ mpn, manufacturer: null }],
      fitted: true,
      notes: [],
    })),
    problems: [],
    warnings: [],
  } as Bom;
}
