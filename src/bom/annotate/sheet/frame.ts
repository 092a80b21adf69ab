import { type Area, readArea, writeArea } from '../../xlsx/area.ts';
import type { SheetVisitor } from '../../xlsx/worksheet.ts';
import type { Edits } from '../../xlsx/xml/edit.ts';
import type { Tag } from '../../xlsx/xml/tag.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { ColumnWidths } from './widths.ts';

/** Grows what is declared beside the rows of a sheet by the new columns: its dimension, its auto-filter, the widths. */
export function frameEditor(
  edits: Edits,
  layout: SheetLayout,
): Pick<Required<SheetVisitor>, 'open' | 'close'> {
  if (layout.added.length === 0) return { open() {}, close() {} };
  const widths = new ColumnWidths(edits, layout);
  return {
    open(tag, section) {
      if (tag.name === 'dimension') editArea(edits, tag, (area) => withTable(area, layout));
      else if (tag.name === 'autoFilter') editArea(edits, tag, (area) => growBeside(area, layout));
      else widths.open(tag, section);
    },
    close: (name, endTag) => widths.close(name, endTag),
  };
}

/** Writes what `change` makes of the range of a tag. */
export function editArea(edits: Edits, tag: Tag, change: (area: Area) => Area): void {
  const area = readArea(tag.attribute('ref') ?? '');
  const place = tag.valueSpan('ref');
  if (area === undefined || place === undefined) return;
  const changed = change(area);
  if (writeArea(changed) !== writeArea(area)) edits.replace(place, writeArea(changed));
}

/** The area grown to the new columns, when it begins at the header and they touch it. */
export function growBeside(area: Area, { headerRow, added }: SheetLayout): Area {
  const [first, last] = [added[0], added.at(-1)];
  if (first === undefined || last === undefined) return area;
  const touches = area.top + 1 === headerRow && first <= area.right + 1 && area.right < last;
  return touches ? { ...area, right: last } : area;
}

function withTable({ left, top, right, bottom }: Area, { firstRow, lastRow, added }: SheetLayout): Area {
  return {
    left,
    top: Math.min(top, firstRow - 1),
    right: Math.max(right, added.at(-1)!),
    bottom: Math.max(bottom, lastRow - 1),
  };
}
