import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readBoms } from '../../src/bom/read.ts';
import { quirk, readQuirk, refusalOf, spellBom } from './spell.ts';

const REFUSALS: readonly (readonly [file: string, message: RegExp])[] = [
  ['empty.csv', /^empty\.csv is empty$/],
  ['fixed-width.bom', /has its columns made with spaces/],
  ['git-lfs-pointer.csv', /is a Git LFS pointer/],
  ['header-only.csv', /^header-only\.csv has no line of parts under the header in row 1$/],
  ['lcsc-only.csv', /has no column of manufacturers' part numbers; it names order numbers of LCSC only$/],
  ['mouser-only-no-header.txt', /it names order numbers of Mouser only$/],
  ['unclosed-quote.csv', /^unclosed-quote\.csv, row 3: a quote is opened and never closed$/],
  ['web-page.xls', /is a web page, whatever its name says$/],
];
const refused = new Set(REFUSALS.map(([file]) => file));
const read = readdirSync(fileURLToPath(new URL('../../fixtures/boms/quirks', import.meta.url)))
  .filter((file) => !refused.has(file))
  .sort();

describe('a BOM of each kind is read as a person reads it', () => {
  test('there are enough of them', () => expect(read.length).toBeGreaterThanOrEqual(30));

  test.each(read)('%s', async (file) => {
    const golden = fileURLToPath(new URL(`../../fixtures/golden/boms/${file}.txt`, import.meta.url));
    await expect(spellBom(await readQuirk(file))).toMatchFileSnapshot(golden);
  });
});

describe('what is no BOM is refused with advice', () => {
  test.each(REFUSALS)('%s', async (file, message) => {
    const error = await refusalOf(readBoms(quirk(file)));
    expect(error.code).toBe('input');
    expect(error.message).toMatch(message);
    expect(error.hint).toMatch(/\w/);
  });
});
