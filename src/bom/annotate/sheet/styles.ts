import type { Severity } from '../../../core/words.ts';

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

/**
 * The styles part with the audit styles behind its own, each like the workbook's default but for one thing; those
 * that an earlier run added are used again. Null when the part is too odd to be added to.
 */
export function addStyles(xml: string): { readonly xml: string; readonly styles: AuditStyles } | null {
  const prefix = /<((?:[\w.-]+:)?)styleSheet[\s>]/.exec(xml)?.[1];
  if (prefix === undefined) return null;
  const sheet: Sheet = { xml, prefix };
  const plain = items(sheet, 'cellXfs', 'xf')?.[0];
  if (plain === undefined || items(sheet, 'fills', 'fill') === undefined) return null;
  const format = addDayFormat(sheet);
  const day = append(
    format.sheet,
    'cellXfs',
    'xf',
    withAttributes(plain, { numFmtId: format.id, applyNumberFormat: 1 }),
  );
  let next = day.sheet;
  const severity: Partial<Record<Severity, number>> = {};
  for (const [word, color] of Object.entries(FILLS)) {
    const fill = append(next, 'fills', 'fill', solidFill(prefix, color));
    const xf = withAttributes(plain, { fillId: fill.index, applyFill: 1 });
    const added = append(fill.sheet, 'cellXfs', 'xf', xf);
    severity[word as Severity] = added.index;
    next = added.sheet;
  }
  return { xml: next.xml, styles: { day: day.index, severity } };
}

interface Sheet {
  readonly xml: string;
  readonly prefix: string;
}

function addDayFormat(sheet: Sheet): { readonly sheet: Sheet; readonly id: number } {
  const { prefix, xml } = sheet;
  const known = items(sheet, 'numFmts', 'numFmt') ?? [];
  const idOf = (item: string) => Number(/numFmtId="(\d+)"/.exec(item)?.[1] ?? 0);
  const codeOf = (item: string) => /formatCode="([^"]*)"/.exec(item)?.[1]?.replaceAll('\\', '').toLowerCase();
  const same = known.find((item) => codeOf(item) === DAY);
  if (same !== undefined) return { sheet, id: idOf(same) };
  const id = Math.max(163, ...known.map(idOf)) + 1;
  const item = `<${prefix}numFmt numFmtId="${id}" formatCode="${DAY}"/>`;
  if (known.length > 0) return { sheet: append(sheet, 'numFmts', 'numFmt', item).sheet, id };
  const list = `<${prefix}numFmts count="1">${item}</${prefix}numFmts>`;
  const bare = xml.replace(
    new RegExp(`<${prefix}numFmts[^>]*/>|<${prefix}numFmts[^>]*></${prefix}numFmts>`),
    '',
  );
  return { sheet: { prefix, xml: bare.replace(/<(?:[\w.-]+:)?styleSheet[^>]*>/, (tag) => tag + list) }, id };
}

function listPattern(prefix: string, list: string): RegExp {
  return new RegExp(`(<${prefix}${list}(?:\\s[^>]*)?>)([\\s\\S]*?)(</${prefix}${list}>)`);
}

/** The elements of a list of the styles part as they stand; undefined when there is no such list. */
function items({ xml, prefix }: Sheet, list: string, item: string): readonly string[] | undefined {
  const inside = listPattern(prefix, list).exec(xml)?.[2];
  const element = new RegExp(
    `<${prefix}${item}(?:\\s[^>]*)?(?:/>|(?<!/)>[\\s\\S]*?</${prefix}${item}>)`,
    'g',
  );
  return inside?.match(element) ?? undefined;
}

/** The list with the item at its end, or as it is when it has the same item already. */
function append(
  sheet: Sheet,
  list: string,
  item: string,
  element: string,
): { readonly sheet: Sheet; readonly index: number } {
  const known = items(sheet, list, item) ?? [];
  const index = known.indexOf(element);
  if (index >= 0) return { sheet, index };
  const xml = sheet.xml.replace(
    listPattern(sheet.prefix, list),
    (_, open: string, inside: string, close: string) => {
      const counted = open.replace(/count="\d+"/, `count="${known.length + 1}"`);
      return counted + inside + element + close;
    },
  );
  return { sheet: { ...sheet, xml }, index: known.length };
}

function withAttributes(element: string, attributes: Readonly<Record<string, number>>): string {
  return Object.entries(attributes).reduce((xml, [name, value]) => {
    const bare = xml.replace(new RegExp(`^(<[^>]*?)\\s${name}="[^"]*"`), '$1');
    return bare.replace(/^(<[^\s/>]+)/, `$1 ${name}="${value}"`);
  }, element);
}

function solidFill(prefix: string, color: string): string {
  const colors = `<${prefix}fgColor rgb="${color}"/><${prefix}bgColor indexed="64"/>`;
  return `<${prefix}fill><${prefix}patternFill patternType="solid">${colors}</${prefix}patternFill></${prefix}fill>`;
}
