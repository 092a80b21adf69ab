import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, test } from 'vitest';
import { loadSettings } from '../../src/config/config.ts';
import { readVariables } from '../../src/config/environment.ts';
import { Config, configJsonSchema } from '../../src/config/schema.ts';
import { AuditError } from '../../src/core/errors.ts';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'bom-audit-config-'));
});
const write = (document: unknown) =>
  writeFileSync(join(folder, 'audit.config.json'), JSON.stringify(document));

function faultOf(work: () => unknown): AuditError {
  try {
    work();
  } catch (error) {
    if (error instanceof AuditError) return error;
  }
  throw new Error('no AuditError was thrown');
}

describe('what ships', () => {
  test('audit.config.json holds every key at its default', () => {
    const { $schema, ...document } = JSON.parse(readFileSync(root('audit.config.json'), 'utf8'));
    expect($schema).toMatch(/schema\.json$/);
    expect(document).toEqual(Config.parse({}));
  });

  test('the JSON Schema is the one of the code', async () => {
    await expect(`${JSON.stringify(configJsonSchema(), null, 2)}\n`).toMatchFileSnapshot(
      root('src/config/config.schema.json'),
    );
  });
});

describe('what wins', () => {
  test('flags over environment over file over defaults', () => {
    write({ out: 'from-file', digikey: { site: 'DE', currency: 'EUR' }, database: 'file.db' });
    const env = { DK_SITE: 'FR', BOM_AUDIT_DB: 'env.db' };
    expect(loadSettings({ out: 'from-flag' }, env, folder)).toMatchObject({
      out: 'from-flag',
      database: join(folder, 'env.db'),
      digikey: { site: 'FR', currency: 'EUR', language: 'en' },
    });
    expect(loadSettings({ db: 'flag.db' }, env, folder).database).toBe(join(folder, 'flag.db'));
  });

  test('what is set already over .env, of which only our own variables count', () => {
    writeFileSync(
      join(folder, '.env'),
      'DK_CLIENT_ID=from-file\nDK_CLIENT_SECRET="s p"\nHTTPS_PROXY=http://x\n',
    );
    const environment = { isOwn: true, name: 'the environment' };
    const file = { isOwn: false, name: join(folder, '.env') };
    expect(readVariables({ DK_CLIENT_ID: 'set', PATH: '/bin' }, folder)).toEqual({
      DK_CLIENT_ID: { value: 'set', from: environment },
      DK_CLIENT_SECRET: { value: 's p', from: file },
    });
    expect(readVariables({ DK_CLIENT_ID: '' }, folder).DK_CLIENT_ID).toEqual({
      value: 'from-file',
      from: file,
    });
  });

  test('a .env that is a folder is told', () => {
    mkdirSync(join(folder, '.env'));
    expect(faultOf(() => loadSettings({}, {}, folder)).message).toMatch(/\.env cannot be read/);
  });

  test('--max-age over every age', () => {
    expect(new Set(Object.values(loadSettings({ maxAge: 3 }, {}, folder).maxAgeDays))).toEqual(new Set([3]));
  });

  test('credentials need both halves', () => {
    expect(loadSettings({}, { DK_CLIENT_ID: 'a' }, folder).credentials).toBeNull();
    expect(loadSettings({}, { DK_CLIENT_ID: 'a', DK_CLIENT_SECRET: 'b' }, folder).credentials).toEqual({
      clientId: 'a',
      clientSecret: 'b',
    });
  });
});

describe('what is wrong', () => {
  test('is told all at once, with its keys', () => {
    write({ formats: ['pdf'], quota: { perMinute: 'many', perHour: 3 }, polcy: {} });
    const { code, message } = faultOf(() => loadSettings({}, {}, folder));
    expect(code).toBe('config');
    for (const key of ['formats.0', 'quota.perMinute', 'quota.perHour', 'polcy'])
      expect(message).toContain(key);
  });

  test.each([
    ['no JSON', '{', /is no valid JSON/],
    ['no object', '[]', /expected object/i],
  ])('%s', (_title, text, says) => {
    writeFileSync(join(folder, 'audit.config.json'), text);
    expect(faultOf(() => loadSettings({}, {}, folder)).message).toMatch(says);
  });

  test('a named file that is not there', () => {
    expect(faultOf(() => loadSettings({ config: join(folder, 'none.json') }, {}, folder)).message).toMatch(
      /cannot be read/,
    );
  });

  test('a word that is none, on the command line', () => {
    expect(faultOf(() => loadSettings({ failOn: ['obsolet'] }, {}, folder)).message).toContain(
      'policy.failOn.0',
    );
  });
});
