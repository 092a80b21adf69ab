import { describe, expect, test } from 'vitest';
import { addStyles } from '../../../../src/bom/annotate/sheet/styles.ts';
import { STYLES } from '../packages.ts';

describe('addStyles', () => {
  test('adds behind what is there, and nothing the second time', () => {
    const once = addStyles(STYLES)!;
    expect(once.styles).toEqual({ day: 2, severity: { ok: 3, warn: 4, fail: 5 } });
    expect(once.xml).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><fonts',
    );
    expect(once.xml).toContain('<fills count="5">');
    expect(once.xml).toContain('<cellXfs count="6">');
    expect(addStyles(once.xml)).toEqual(once);
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
  ])('copes with %s', (_, formats, id) => {
    const { xml, styles } = addStyles(STYLES.replace('<fonts', `${formats}<fonts`))!;
    expect(xml.match(/<numFmts/g)).toHaveLength(1);
    expect(xml.split('<cellXfs')[1]!.split('<xf ')[styles.day + 1]).toContain(`numFmtId="${id}"`);
  });

  test('copes with a prefix and leaves alone what it does not understand', () => {
    const prefixed = STYLES.replaceAll(/<(\/?)(?=\w)/g, '<$1s:').replace('xmlns=', 'xmlns:s=');
    expect(addStyles(prefixed)?.xml).toContain(
      '<s:fill><s:patternFill patternType="solid"><s:fgColor rgb="FFC6EFCE"/>',
    );
    expect(addStyles('<styleSheet/>')).toBeNull();
    expect(addStyles('nothing')).toBeNull();
  });
});
