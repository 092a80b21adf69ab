import { describe, expect, test } from 'vitest';
import { readBoms, readWithReasons } from '../../src/bom/read.ts';
import { quirk, readQuirk, refusalOf, spellLines } from './spell.ts';

describe('what a person says wins', () => {
  test.each([['SKU'], ['5'], ['E']])(
    'the part number column by header, number or letter: %s',
    async (column) => {
      const bom = await readQuirk('alternates-in-rows.csv', { mpnColumns: [column] });
      expect(spellLines(bom)[0]).toMatch(/709-1143-1-ND/);
      expect(bom.warnings).toEqual([]);
    },
  );

  test('several part number columns, manufacturers, quantity and designators', async () => {
    const bom = await readQuirk('quantities.csv', {
      mpnColumns: ['MPN'],
      manufacturerColumns: ['Country of origin'],
      quantityColumn: 'total qty',
      designatorColumn: 'A',
    });
    expect(spellLines(bom)[0]).toBe('2: R1,R2 ×200 ERJ-3EKF1002V @ JP');
  });

  test('order numbers of a distributor may be meant', async () => {
    const bom = await readQuirk('mouser-only-no-header.txt', { mpnColumns: ['A'] });
    expect(spellLines(bom)).toHaveLength(3);
  });

  test('the header row, and that there is none', async () => {
    expect((await readQuirk('preamble-and-footer.csv', { headerRow: 5 })).headerRow).toBe(5);
    expect((await readQuirk('no-header.csv', { headerRow: 0 })).headerRow).toBeNull();
    const plain = await readQuirk('plain.csv', { headerRow: 0, mpnColumns: ['E'] });
    expect(plain.lines).toHaveLength(3);
  });

  test.each([
    [{ mpnColumns: ['Nope'] }, /has no column "Nope"/, /"Reference", "Qty"/],
    [{ quantityColumn: 'ZZ' }, /has no column "ZZ"/, /"MPN"/],
    [{ sheet: 'BOM' }, /has no sheet "BOM"/, /text file/],
    [{ headerRow: 77 }, /has nothing in row 77/, /counted from 1/],
  ])('%j is refused', async (options, message, hint) => {
    const error = await refusalOf(readBoms(quirk('plain.csv'), options));
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(hint);
  });
});

test('each column is explained, with samples', async () => {
  const [read] = await readWithReasons(quirk('in-house-part-number.csv'));
  expect(read!.reason).toEqual({
    sheet: null,
    headerRow: 1,
    headers: ['Designator', 'PartNumber', 'Manufacturer', 'PartSymbol', 'Quantity'],
    columns: [
      {
        role: 'mpn',
        number: 4,
        letter: 'D',
        name: 'PartSymbol',
        why: 'its cells look like part numbers (4 cells filled, 100 % look like part numbers)',
        samples: ['C1005X5R0J104K050BA', 'ERJ2GEJ5R6X', 'KPT-1608SGC'],
      },
      {
        role: 'manufacturer',
        number: 3,
        letter: 'C',
        name: 'Manufacturer',
        why: 'its header says so',
        samples: ['TDK', 'Panasonic', 'Kingbright'],
      },
      {
        role: 'quantity',
        number: 5,
        letter: 'E',
        name: 'Quantity',
        why: 'its header says so',
        samples: ['2', '1'],
      },
      {
        role: 'designators',
        number: 1,
        letter: 'A',
        name: 'Designator',
        why: 'its header says so',
        samples: ['C1, C2', 'R1', 'D1'],
      },
    ],
  });
});
