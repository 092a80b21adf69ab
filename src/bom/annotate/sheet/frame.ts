import { AUDIT_COLUMNS, type AuditColumn } from '../../../core/annotation.ts';
import { type Area, attribute, readArea, writeArea } from './cells.ts';
import type { SheetLayout } from './survey.ts';

/** Widths of new columns, in characters. */
const WIDTHS: Readonly<Record<AuditColumn, number>> = {
  'Audit Lifecycle': 24,
  'Audit Match': 18,
  'Audit Last Buy': 14,
  'Audit Days To Last Buy': 22,
  'Audit Matched MPN': 26,
  'Audit Matched Manufacturer': 28,
  'Audit DigiKey PN': 26,
  'Audit Stock': 12,
  'Audit Lead Weeks': 17,
  'Audit Note': 80,
  'Audit As Of': 13,
};

/** The XML before the rows, its declared dimension and column widths grown by the new columns. */
export function growHead(xml: string, prefix: string, layout: SheetLayout): string {
  if (layout.added.length === 0) return xml;
  const grown = xml.replace(new RegExp(`<${prefix}dimension\\s[^>]*>`), (tag) =>
    withArea(tag, ({ left, top, right, bottom }) => ({
      left,
      top: Math.min(top, layout.firstRow - 1),
      right: Math.max(right, layout.added.at(-1) ?? 0),
      bottom: Math.max(bottom, layout.lastRow - 1),
    })),
  );
  return setWidths(grown, prefix, layout);
}

/** The XML behind the rows, the auto-filter of the table's header grown by the new columns. */
export function growTail(xml: string, layout: SheetLayout): string {
  return xml.replace(AUTO_FILTER, (tag) => growBeside(tag, layout));
}

/** The XML of a table with the new columns, when it has the header and they stand right beside it; else as it is. */
export function growTable(xml: string, layout: SheetLayout): string {
  const [tag, prefix = ''] = /<((?:[\w.-]+:)?)table\s[^>]*>/.exec(xml) ?? [''];
  const isQuery = (attribute(tag, 'tableType') ?? 'worksheet') !== 'worksheet';
  const hasHeader = (attribute(tag, 'headerRowCount') ?? '1') === '1';
  const grown = growBeside(tag, layout);
  if (isQuery || !hasHeader || grown === tag) return xml;
  const ids = Array.from(xml.matchAll(/<(?:[\w.-]+:)?tableColumn(?=\s)[^>]*?\sid="(\d+)"/g), ([, id]) =>
    Number(id),
  );
  const columns = addedNames(layout).map(
    (name, index) => `<${prefix}tableColumn id="${Math.max(0, ...ids) + 1 + index}" name="${name}"/>`,
  );
  const count = `count="${ids.length + columns.length}"`;
  return xml
    .replace(tag, grown)
    .replace(AUTO_FILTER, (filter) => growBeside(filter, layout))
    .replace(new RegExp(`<${prefix}tableColumns\\s[^>]*>`), (list) => list.replace(/count="\d+"/, count))
    .replace(`</${prefix}tableColumns>`, `${columns.join('')}</${prefix}tableColumns>`);
}

const AUTO_FILTER = /<(?:[\w.-]+:)?autoFilter\s[^>]*>/;

/** The names of the columns that the sheet did not have before. */
export function addedNames({ columns, added }: SheetLayout): readonly AuditColumn[] {
  return AUDIT_COLUMNS.filter((_, index) => added.includes(columns[index]!));
}

/** The tag with its range grown to the new columns, when it begins at the header and they touch it. */
function growBeside(tag: string, { headerRow, added }: SheetLayout): string {
  const [first, last] = [added[0], added.at(-1)];
  if (first === undefined || last === undefined) return tag;
  return withArea(tag, (area) => {
    const touches = area.top + 1 === headerRow && first <= area.right + 1 && area.right < last;
    return touches ? { ...area, right: last } : area;
  });
}

function withArea(tag: string, change: (area: Area) => Area): string {
  const reference = attribute(tag, 'ref') ?? '';
  const area = readArea(reference);
  if (area === undefined) return tag;
  const changed = change(area);
  const isSame = changed.right === area.right && changed.top === area.top && changed.bottom === area.bottom;
  return isSame ? tag : tag.replace(/(\sref=["'])[^"']*/, (_, name: string) => name + writeArea(changed));
}

/** Columns are declared in ranges: those that hold a new column are cut around it. */
function setWidths(xml: string, prefix: string, layout: SheetLayout): string {
  const list = new RegExp(`<${prefix}cols>([\\s\\S]*?)</${prefix}cols>`).exec(xml);
  const [from, to] = [layout.added[0]! + 1, layout.added.at(-1)! + 1];
  const kept = (list?.[1]?.match(/<[^>]*>/g) ?? []).flatMap((col) => {
    const [min, max] = [Number(attribute(col, 'min')), Number(attribute(col, 'max'))];
    const pieces = [
      { min, max: Math.min(max, from - 1), col },
      { min: Math.max(min, to + 1), max, col },
    ];
    return pieces.filter((piece) => piece.min <= piece.max);
  });
  const own = addedNames(layout).map((name, index) => ({
    min: from + index,
    max: from + index,
    col: `<${prefix}col min="0" max="0" width="${WIDTHS[name]}" customWidth="1"/>`,
  }));
  const all = [...kept, ...own].sort((a, b) => a.min - b.min);
  const written = all.map(({ min, max, col }) => withRange(col, min, max)).join('');
  const cols = `<${prefix}cols>${written}</${prefix}cols>`;
  if (list !== null) return xml.replace(list[0], () => cols);
  return xml.replace(new RegExp(`<${prefix}sheetData(?=[\\s/>])`), (tag) => cols + tag);
}

function withRange(col: string, min: number, max: number): string {
  return col
    .replace(/(\smin=["'])\d+/, (_, name) => name + min)
    .replace(/(\smax=["'])\d+/, (_, name) => name + max);
}
