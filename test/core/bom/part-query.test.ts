import { expect, test } from 'vitest';
import { collectQueries } from '../../../src/core/bom/part-query.ts';
import { aLine } from '../../support/build.ts';

type BomArg = Parameters<typeof collectQueries>[0][number];
const bom = (...lines: ReturnType<typeof aLine>[]) => ({ lines }) as unknown as BomArg;
const names = (mpn: string, manufacturer: string | null = null) => aLine({ parts: [{ mpn, manufacturer }] });

test('one question for all spellings of one part over all BOMs', () => {
  const queries = collectQueries(
    [bom(names('NE555P', 'TI'), names('ne555p', 'Texas Instruments')), bom(names(' NE555P', 'T.I.'))],
    {},
  );
  expect(queries.map(({ ref }) => ref.mpn)).toEqual(['NE555P']);
  expect(queries[0]?.uses.map(({ bom, lines }) => [bom, lines.length])).toEqual([
    [0, 2],
    [1, 1],
  ]);
});

test.each([
  ['another maker', names('2N3904', 'onsemi'), names('2N3904', 'STMicroelectronics')],
  ['no maker', names('2N3904', 'onsemi'), names('2N3904')],
  ['another suffix', names('LM358N'), names('LM358N/NOPB')],
])('%s is another question', (_title, a, b) => {
  expect(collectQueries([bom(a, b)], {})).toHaveLength(2);
});

test('a placeholder for a maker is no maker', () => {
  expect(collectQueries([bom(names('2N3904'), names('2N3904', 'n/a'))], {})).toHaveLength(1);
});

test('lines that are not fitted ask nothing, alternates do', () => {
  const parts = [
    { mpn: 'A1', manufacturer: null },
    { mpn: 'B2', manufacturer: null },
  ];
  const queries = collectQueries(
    [bom(aLine({ parts }), aLine({ fitted: false, parts: [{ mpn: 'C3', manufacturer: null }] }))],
    {},
  );
  expect(queries.map(({ ref, uses }) => [ref.mpn, uses[0]?.role])).toEqual([
    ['A1', 'primary'],
    ['B2', 'alternate'],
  ]);
});

test('the aliases of the user join what the table does not know', () => {
  const boms = [bom(names('X1', 'House Brand'), names('X1', 'Texas Instruments'))];
  expect(collectQueries(boms, {})).toHaveLength(2);
  expect(collectQueries(boms, { 'House Brand': 'Texas Instruments' })).toHaveLength(1);
});
