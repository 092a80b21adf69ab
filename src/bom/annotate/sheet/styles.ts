import type { Severity } from '../../../core/words.ts';
import { type Edit, splice, withAttributes } from '../../xlsx/xml/edit.ts';
import { type PartSource, readText } from '../../xlsx/xml/walk.ts';
import { GrowingList, newList, StyleFinder } from './stylelists.ts';

/** The styles that audit cells are written with, as indices into the workbook's cell formats. */
export interface AuditStyles {
  readonly day: number;
  /** Fills of the lifecycle; a waived one has none. */
  readonly severity: Readonly<Partial<Record<Severity, number>>>;
}

/** The green, yellow and red of the spreadsheet programs' own good, neutral and bad. */
const FILLS: Readonly<Partial<Record<Severity, string>>> = {
  ok: 'FFC6EFCE',
  warn: 'FFFFEB9C',
  fail: 'FFFFC7CE',
};
const DAY = 'yyyy-mm-dd';
/** Numbers of formats below are those of formats that each spreadsheet program has. */
const FIRST_FORMAT = 164;

/**
 * The styles part with the audit styles behind its own, each like the workbook's default but for one thing; those
 * that an earlier run added are used again. Null when the part is too odd to be added to.
 */
export async function addStyles(
  source: PartSource,
  part: string,
): Promise<{ readonly content: Buffer; readonly styles: AuditStyles } | null> {
  const found = new StyleFinder();
  const { text, encode } = await readText(source, part, found);
  const styled = withStyles(text, found);
  if (styled === null) return null;
  const edits = [...styled.edits].sort((one, other) => one.from - other.from);
  return { content: encode(splice(text, edits)), styles: styled.styles };
}

function withStyles(
  text: string,
  found: StyleFinder,
): { readonly edits: readonly Edit[]; readonly styles: AuditStyles } | null {
  const formats = listOf('cellXfs', text, found);
  const fills = listOf('fills', text, found);
  const plain = formats?.first;
  if (!found.root || formats === null || fills === null || plain === undefined) return null;
  const format = dayFormat(text, found, found.root);
  const day = formats.add(withAttributes(plain, { numFmtId: format.id, applyNumberFormat: 1 }));
  const severity: Partial<Record<Severity, number>> = {};
  for (const [word, color] of Object.entries(FILLS)) {
    const fillId = fills.add(solidFill(fills.prefix, color));
    severity[word as Severity] = formats.add(withAttributes(plain, { fillId, applyFill: 1 }));
  }
  return {
    edits: [...format.edits, ...fills.edits(), ...formats.edits()],
    styles: { day, severity },
  };
}

function listOf(name: string, text: string, { lists }: StyleFinder): GrowingList | null {
  const list = lists.get(name);
  return list === undefined ? null : new GrowingList(name, text, list);
}

/** The number of the format of days, with what adds it where there is none. */
function dayFormat(
  text: string,
  found: StyleFinder,
  { prefix, to }: { readonly prefix: string; readonly to: number },
): { readonly id: number; readonly edits: readonly Edit[] } {
  const known = [...found.formats].find(([code]) => code.replaceAll('\\', '').toLowerCase() === DAY);
  if (known !== undefined) return { id: known[1], edits: [] };
  const id = [...found.formats.values()].reduce((most, own) => Math.max(most, own + 1 || 0), FIRST_FORMAT);
  const list = listOf('numFmts', text, found);
  const item = `<${list?.prefix ?? prefix}numFmt numFmtId="${id}" formatCode="${DAY}"/>`;
  if (list === null) return { id, edits: [{ from: to, to, xml: newList(prefix, 'numFmts', [item]) }] };
  list.add(item);
  return { id, edits: list.edits() };
}

function solidFill(prefix: string, color: string): string {
  const colors = `<${prefix}fgColor rgb="${color}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${prefix}patternFill patternType="solid">${colors}</${prefix}patternFill></${prefix}fill>`;
}
