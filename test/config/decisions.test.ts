import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from '../../src/config/config.ts';
import { AuditError } from '../../src/core/errors.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
beforeEach(() => {
  folder = quickFolder();
});
const write = (document: unknown, name = 'audit.config.json'): void =>
  writeFileSync(join(folder, name), JSON.stringify(document));

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AuditError && error.code === 'config') return error.message;
  }
  throw new Error('no config fault was thrown');
}

const WAIVER = {
  mpn: 'NE555P',
  reason: 'A lifetime buy is in the store.',
  owner: 'procurement',
  until: '2027-06-30',
  grantedFor: { lifecycle: 'obsolete' },
};

describe('waivers', () => {
  test('are completed', () => {
    write({ waivers: [WAIVER] });
    expect(loadSettings({}, {}, folder).waivers).toEqual([
      {
        ...WAIVER,
        manufacturer: null,
        boms: null,
        grantedFor: { lifecycle: 'obsolete', match: null, lastBuyDate: null },
      },
    ]);
  });

  test('of the config stand before those of the file, whose path counts from the config', () => {
    mkdirSync(join(folder, 'team'));
    write([{ ...WAIVER, mpn: 'B' }], 'team/waivers.json');
    write({ waivers: [{ ...WAIVER, mpn: 'A' }], waiversFile: 'waivers.json' }, 'team/audit.json');
    const { waivers } = loadSettings({ config: 'team/audit.json' }, {}, folder);
    expect(waivers.map(({ mpn }) => mpn)).toEqual(['A', 'B']);
  });

  test('may stand in an object', () => {
    write({ waivers: [WAIVER] }, 'waivers.json');
    write({ waiversFile: 'waivers.json' });
    expect(loadSettings({}, {}, folder).waivers).toHaveLength(1);
  });

  test.each<[string, object, RegExp]>([
    ['no reason', { reason: undefined }, /waivers\.1\.reason/],
    ['an empty reason', { reason: ' ' }, /waivers\.1\.reason/],
    ['no owner', { owner: undefined }, /waivers\.1\.owner/],
    ['no end', { until: undefined }, /waivers\.1\.until/],
    ['a day that is none', { until: '2027-02-30' }, /waivers\.1\.until/],
    ['no state', { grantedFor: undefined }, /waivers\.1\.grantedFor/],
    ['a lifecycle that is none', { grantedFor: { lifecycle: 'dead' } }, /waivers\.1\.grantedFor\.lifecycle/],
    ['a key that is none', { expiry: '2027-06-30' }, /waivers\.1\.expiry: there is no such key/],
    ['no BOM in its scope', { boms: [] }, /waivers\.1\.boms/],
  ])('with %s are refused by their index, here and in their file', (_what, over, says) => {
    const waivers = [WAIVER, { ...WAIVER, ...over }];
    write({ waivers });
    expect(messageOf(() => loadSettings({}, {}, folder))).toMatch(says);
    write(waivers, 'waivers.json');
    write({ waiversFile: 'waivers.json' });
    const message = messageOf(() => loadSettings({}, {}, folder));
    expect(message).toMatch(says);
    expect(message).toContain('waivers.json');
  });

  test('of a file that is not there are told', () => {
    write({ waiversFile: 'none.json' });
    expect(messageOf(() => loadSettings({}, {}, folder))).toMatch(/waivers file .*none\.json cannot be read/);
  });
});

describe('conditions', () => {
  test('are understood', () => {
    write({ policy: { conditions: [{ when: 'lead time over 26 weeks', severity: 'warn' }] } });
    expect(loadSettings({}, {}, folder).policy.conditions).toEqual([
      { when: 'lead time over 26 weeks', severity: 'warn', test: { kind: 'lead-time', weeks: 26 } },
    ]);
  });

  test.each([
    [{ conditions: [{ when: 'lead time > 26', severity: 'warn' }] }, 'policy.conditions.0.when'],
    [{ conditions: [{ when: 'no stock', severity: 'ok' }] }, 'policy.conditions.0.severity'],
    [
      { boms: [{ files: ['a'], conditions: [{ when: 'x', severity: 'fail' }] }] },
      'policy.boms.0.conditions.0.when',
    ],
    [{ boms: [{ files: [] }] }, 'policy.boms.0.files'],
  ])('%j names %s', (policy, key) => {
    write({ policy });
    expect(messageOf(() => loadSettings({}, {}, folder))).toContain(key);
  });

  test('that are not known are answered with those that are', () => {
    write({ policy: { conditions: [{ when: 'lead time > 26', severity: 'warn' }] } });
    expect(messageOf(() => loadSettings({}, {}, folder))).toContain(
      '"lead time > 26" is no condition; known are "last-buy within N days", "lead time over N weeks", "no stock"',
    );
  });
});

describe('what some BOMs are judged by', () => {
  test('holds only what is said', () => {
    write({ policy: { boms: [{ files: ['proto/*'], coverage: 0.5 }] } });
    expect(loadSettings({}, {}, folder).policy.boms).toEqual([{ files: ['proto/*'], coverage: 0.5 }]);
  });
});

describe('boards a year', () => {
  test.each([
    [{}, undefined, null],
    [{ buying: { boardsPerYear: 500 } }, undefined, 500],
    [{ buying: { boardsPerYear: { 'main.csv': 500 } } }, undefined, { 'main.csv': 500 }],
    [{ buying: { boardsPerYear: { 'main.csv': 500 } } }, 20, 20],
  ])('%j with the flag %s: %j', (config, boardsPerYear, expected) => {
    write(config);
    expect(loadSettings({ boardsPerYear }, {}, folder).buying.boardsPerYear).toEqual(expected);
  });

  test('are whole', () => {
    expect(messageOf(() => loadSettings({ boardsPerYear: -1 }, {}, folder))).toContain(
      'buying.boardsPerYear',
    );
  });
});
