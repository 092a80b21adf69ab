import { expect, test } from 'vitest';
import type { Known } from '../../src/app/lookup.ts';
import { askingOrder } from '../../src/app/order.ts';
import type { PartQuery } from '../../src/core/bom/part-query.ts';
import type { LifecycleWord } from '../../src/core/words.ts';
import { aLine } from '../support/build.ts';

/** A part on these BOMs, last known as this; `null`: never seen. */
function open(mpn: string, lifecycle: LifecycleWord | null, boms: readonly number[] = [0]) {
  const query: PartQuery = {
    key: mpn,
    ref: { mpn, manufacturer: null },
    refs: [],
    uses: boms.map((bom) => ({ bom, role: 'primary', lines: [aLine()] })),
  };
  return { query, known: lifecycle === null ? undefined : ({ assessment: { lifecycle } } as Known) };
}

test.each([
  ['never seen before stale', [open('A', 'obsolete'), open('B', null)], 'B A'],
  [
    'riskier before safer',
    [open('A', 'active'), open('B', 'obsolete'), open('C', 'nrnd'), open('D', 'last-buy')],
    'B D C A',
  ],
  ['what nobody knows counts as risky', [open('A', 'obsolete'), open('B', 'unknown')], 'B A'],
  [
    'on more BOMs before fewer',
    [open('A', null), open('B', null, [0, 2]), open('C', null, [0, 1, 2])],
    'C B A',
  ],
  ['twice on one BOM is on one BOM', [open('A', null), open('B', null, [0, 0, 0])], 'A B'],
  ['risk counts more than BOMs', [open('A', 'active', [0, 1, 2]), open('B', 'nrnd')], 'B A'],
  ['else as they are named', [open('C', null), open('A', null), open('B', null)], 'C A B'],
])('%s', (_what, parts, order) => {
  expect(
    askingOrder(parts)
      .map(({ query }) => query.key)
      .join(' '),
  ).toBe(order);
});
