import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { judgeLifecycle, worse } from '../../../src/core/judge/lifecycle.ts';
import type { PartRecord } from '../../../src/core/judge/listing.ts';
import type { LifecycleWord } from '../../../src/core/words.ts';
import { aPart } from '../../support/build.ts';

const TODAY = '2026-11-21';
const STATUSES: readonly (readonly [name: string, id: number | null])[] = [
  ['0 Active', 0],
  ['7 Not For New Designs', 7],
  ['2 Discontinued at DigiKey', 2],
  ['4 Last Time Buy', 4],
  ['1 Obsolete', 1],
  ['another id, or none', 5],
];
type Witness = Partial<Pick<PartRecord, 'endOfLife' | 'discontinued' | 'lastBuyDate'>>;
const WITNESSES: readonly (readonly [name: string, says: Witness])[] = [
  ['nothing else', {}],
  ['flag Discontinued', { discontinued: true }],
  ['flag EndOfLife', { endOfLife: true }],
  ['last-buy date open', { lastBuyDate: '2026-11-21' }],
  ['last-buy date passed', { lastBuyDate: '2026-11-20' }],
];

const word = (statusId: number | null, says: Witness): LifecycleWord =>
  judgeLifecycle(aPart({ statusId, ...says }), TODAY).word;

test('the README prints the table by which a lifecycle is judged', () => {
  const rows = [
    ['status id', ...WITNESSES.map(([name]) => name)],
    ['---', ...WITNESSES.map(() => '---')],
    ...STATUSES.map(([name, id]) => [name, ...WITNESSES.map(([, says]) => `\`${word(id, says)}\``)]),
  ];
  const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
  expect(readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8')).toContain(
    table,
  );
});

const DATES = [null, '2026-11-21', '2026-11-20'];
const combinations = STATUSES.flatMap(([, id]) =>
  [false, true].flatMap((endOfLife) =>
    [false, true].flatMap((discontinued) =>
      DATES.map((lastBuyDate) => ({ id, endOfLife, discontinued, lastBuyDate })),
    ),
  ),
);

test.each(combinations)(
  'where several witnesses speak, the worst word of the table stands: %o',
  ({ id, ...says }) => {
    const single = [
      word(id, {}),
      ...(says.discontinued ? [word(id, { discontinued: true })] : []),
      ...(says.endOfLife ? [word(id, { endOfLife: true })] : []),
      ...(says.lastBuyDate ? [word(id, { lastBuyDate: says.lastBuyDate })] : []),
    ];
    expect(word(id, says)).toBe(single.reduce(worse));
  },
);
