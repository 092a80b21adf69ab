import { describe, expect, test } from 'vitest';
import { addStyles } from '../../../../src/bom/annotate/sheet/styles.ts';
import { STYLES, sourceOf } from '../packages.ts';

async function add(xml: string | Buffer) {
  const added = await addStyles(sourceOf(xml), 'styles.xml');
  return added && { xml: added.content.toString(), styles: added.styles };
}

/** The cell format with that index, as it stands. */
function cellFormat(xml: string, index: number): string {
  const [, list = ''] = /cellXfs[^>]*>(.*)<\/(?:\w+:)?cellXfs/s.exec(xml) ?? [];
  return list.split(/<(?:\w+:)?xf /)[index + 1]!;
}

describe('addStyles', () => {
  test('adds behind what is there, and nothing the second time', async () => {
    const once = (await add(STYLES))!;
    expect(once.styles).toEqual({ day: 2, severity: { ok: 3, warn: 4, fail: 5 } });
    expect(once.xml).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts',
    );
    expect(once.xml).toContain('<fills count="5">');
    expect(once.xml).toContain('<cellXfs count="6">');
    expect(await add(once.xml)).toEqual(once);
  });

  test.each([
    [
      'number formats of its own',
      '<numFmts count="1"><numFmt numFmtId="170" formatCode="0.0"/></numFmts>',
      171,
    ],
    [
      "the same format in Excel's spelling",
      '<numFmts count="1"><numFmt numFmtId="168" formatCode="yyyy\\-mm\\-dd"/></numFmts>',
      168,
    ],
    ['an empty list of formats', '<numFmts count="0"/>', 164],
    ['an empty list with an end', '<numFmts></numFmts>', 164],
    [
      'apostrophes, spaces and another order',
      "<numFmts\n count = '1' ><numFmt formatCode='0.0'\tnumFmtId='170' ></numFmt ></numFmts >",
      171,
    ],
  ])('copes with %s', async (_, formats, id) => {
    const { xml, styles } = (await add(STYLES.replace('<fonts', `${formats}<fonts`)))!;
    expect(xml.match(/<numFmts/g)).toHaveLength(1);
    expect(cellFormat(xml, styles.day)).toContain(`numFmtId="${id}"`);
  });

  test('writes each attribute of a format once, however the default spells it', async () => {
    const spelled = STYLES.replace(
      '<xf numFmtId="0" fontId="0" fillId="0"',
      "<xf fillId = '0'\n numFmtId='0' fontId='0'",
    );
    const { xml, styles } = (await add(spelled))!;
    expect(cellFormat(xml, styles.day)).toBe(
      ' applyNumberFormat="1" fillId = \'0\'\n numFmtId=\'164\' fontId=\'0\' borderId="0" xfId="0"/>'.trimStart(),
    );
    expect(cellFormat(xml, styles.severity.ok!)).toContain("fillId = '2'");
  });

  test('copes with a prefix and with UTF-16, and leaves alone what it does not understand', async () => {
    const prefixed = STYLES.replaceAll(/<(\/?)(?=\w)/g, '<$1s:').replace('xmlns=', 'xmlns:s=');
    const fill = '<s:fill><s:patternFill patternType="solid"><s:fgColor rgb="FFC6EFCE"/>';
    expect((await add(prefixed))?.xml).toContain(fill);
    const wide = await addStyles(sourceOf(Buffer.from(`\ufeff${prefixed}`, 'utf16le')), 'styles.xml');
    expect(wide?.content.toString('utf16le')).toContain(fill);
    expect(await add('<styleSheet/>')).toBeNull();
    expect(await add('<other><cellXfs><xf/></cellXfs><fills/></other>')).toBeNull();
    await expect(add('nothing')).rejects.toMatchObject({ code: 'input' });
  });
});
