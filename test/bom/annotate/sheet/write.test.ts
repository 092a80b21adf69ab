import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { escapeText, writeCells } from '../../../../src/bom/annotate/sheet/write.ts';
import { AUDIT_COLUMNS } from '../../../../src/core/report/audit-columns.ts';
import { annotation, FULL } from '../made-up.ts';

const STYLES = { day: 7, severity: { ok: 1, warn: 2, fail: 3 } };

function parsed(text: string): string {
  let out = '';
  const parser = new SaxesParser();
  parser.on('text', (piece) => {
    out += piece;
  });
  parser.write(`<a>${escapeText(text)}</a>`).close();
  return out;
}

describe('escapeText', () => {
  test.each([
    ['a < b & "c"', 'a &#60; b &#38; "c"'],
    ['Würth 部 😀', 'W&#252;rth &#37096; &#128512;'],
    ['tab\tline\nreturn\r', 'tab\tline\nreturn&#13;'],
    ['bell\u0007 nul\u0000 half\ud800 not\uffff', 'bell nul half not'],
    ['_x0041_', '_x005F_x0041_'],
  ])('%j', (text, expected) => expect(escapeText(text)).toBe(expected));

  test('any text is well-formed XML, and what XML can hold is read back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const kept = text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');
        expect(parsed(text)).toBe(kept.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
      }),
    );
  });
});

describe('writeCells', () => {
  const cell = (date1904: boolean, styles: typeof STYLES | null) =>
    Object.fromEntries(
      writeCells(FULL, '', { styles, date1904 }).map((written, index) => [AUDIT_COLUMNS[index], written]),
    );

  test('colours the lifecycle by severity and counts days as the workbook does', () => {
    expect(cell(false, STYLES)).toMatchObject({
      'Audit Lifecycle': { attributes: ' s="3" t="inlineStr"', content: '<is><t>last-buy</t></is>' },
      'Audit Last Buy': { attributes: ' s="7"', content: '<v>46418</v>' },
      'Audit Days To Last Buy': { attributes: '', content: '<v>-3</v>' },
    });
    expect(cell(true, STYLES)).toMatchObject({ 'Audit Last Buy': { content: '<v>44956</v>' } });
    expect(cell(false, null)).toMatchObject({ 'Audit Last Buy': { content: '<is><t>2027-01-31</t></is>' } });
  });

  test('writes no cell for nothing, and no more text than a cell takes', () => {
    const written = writeCells(annotation({ 'Audit Match': '', 'Audit Note': 'x'.repeat(40_000) }), '', {
      styles: null,
      date1904: false,
    });
    expect(written.filter((one) => one !== undefined)).toHaveLength(1);
    expect(written[9]?.content).toHaveLength('<is><t></t></is>'.length + 32_767);
  });
});
