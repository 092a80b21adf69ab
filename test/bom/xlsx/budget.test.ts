import { describe, expect, test } from 'vitest';
import { Budget } from '../../../src/bom/xlsx/budget.ts';
import { visitXml, walkXml } from '../../../src/bom/xlsx/xml/walk.ts';
import { sourceOf } from '../annotate/packages.ts';

const MiB = 2 ** 20;

describe('Budget', () => {
  test.each([
    ['what a small file may cost', 0, 128 * MiB],
    ['more for a larger one', 2 * MiB, 328 * MiB],
    ['a bound for all', 1024 * MiB, 8192 * MiB],
  ])('holds %s', (_, size, units) => {
    const budget = new Budget('a.xlsx', size);
    budget.spend(units - 1);
    budget.spend(1);
    expect(() => budget.spend(1)).toThrow('a.xlsx unpacks to more than can be read');
  });

  test('refuses what will cost too much before it does', () => {
    const budget = new Budget('a.xlsx', 0);
    expect(() => budget.require(129 * MiB)).toThrow(/unpacks to more/);
    budget.require(128 * MiB);
    budget.spend(128 * MiB);
  });
});

describe('a walk through a part', () => {
  test('costs by its tags and texts, as often as it is taken', async () => {
    const source = {
      ...sourceOf(`<a>${'<b/>'.repeat(1_000_000)}</a>`, 65_536),
      budget: new Budget('a.xlsx', 0),
    };
    for (let walk = 0; walk < 3; walk++) await visitXml(source, 'a.xml', {});
    await expect(visitXml(source, 'a.xml', {})).rejects.toMatchObject({
      code: 'input',
      message: /unpacks to more/,
    });
  });

  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from('<a>é漢😀</a>'), 'é漢😀'],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>é漢😀</a>'), 'é漢😀'],
    ['UTF-16 with a mark', Buffer.from('\ufeff<a>é漢😀</a>', 'utf16le'), 'é漢😀'],
    ['UTF-16 without', Buffer.from('<a>é漢😀</a>', 'utf16le'), 'é漢😀'],
    ['the other UTF-16 with a mark', Buffer.from('\ufeff<a>é漢😀</a>', 'utf16le').swap16(), 'é漢😀'],
    ['the other UTF-16 without', Buffer.from('<a>é漢😀</a>', 'utf16le').swap16(), 'é漢😀'],
  ])('reads %s in pieces that end within characters, and gives the bytes back', async (_, bytes, text) => {
    let found = '';
    const back: Buffer[] = [];
    const visitor = {
      text(piece: string) {
        found += piece;
      },
    };
    for await (const piece of walkXml(sourceOf(bytes, 7), 'a.xml', visitor))
      back.push(piece.encoding.encode(piece.text));
    expect(found).toBe(text);
    expect(Buffer.concat(back)).toEqual(bytes);
  });

  test.each([
    ['a byte that is no UTF-8', Buffer.from('<a>\xe9</a>', 'latin1')],
    ['half a character at the end', Buffer.from('<a></a>é').subarray(0, -1)],
    ['half a pair', Buffer.from('\ufeff<a>\ud83d</a>', 'utf16le')],
    ['an odd byte at the end', Buffer.concat([Buffer.from('\ufeff<a/>', 'utf16le'), Buffer.from('x')])],
  ])('refuses %s', async (_, bytes) => {
    await expect(visitXml(sourceOf(bytes, 7), 'a.xml', {})).rejects.toMatchObject({
      code: 'input',
      message: /neither UTF-8 nor UTF-16/,
    });
  });
});
