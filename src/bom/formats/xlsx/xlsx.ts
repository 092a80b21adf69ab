import { digestOf } from '../../hash.ts';
import type { Format } from '../format.ts';

/** OOXML workbooks. The code for them is loaded when there is one. */
export const xlsx: Format = {
  recognise: (head) => BEGINNINGS.some((bytes) => head.subarray(0, bytes.length).equals(bytes)),

  async open({ path }) {
    const { openSheets } = await import('../../xlsx/sheet.ts');
    const { sha256 } = await digestOf(path);
    return { ...(await openSheets(path)), sha256 };
  },

  async annotate({ path }, out, tables) {
    const { annotateWorkbook } = await import('../../annotate/sheet/workbook.ts');
    await annotateWorkbook(path, out, tables);
  },
};

/** ZIP files, and the compound files of Microsoft, which may be a workbook under a password. */
const BEGINNINGS = ['504b', 'd0cf11e0'].map((hex) => Buffer.from(hex, 'hex'));
