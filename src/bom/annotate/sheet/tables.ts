import { type Area, readArea } from '../../xlsx/area.ts';
import type { Workbook } from '../../xlsx/package.ts';
import { type Edits, editXml } from '../../xlsx/xml/edit.ts';
import type { Visitor } from '../../xlsx/xml/scanner.ts';
import { visitXml } from '../../xlsx/xml/walk.ts';
import { editArea, growBeside } from './frame.ts';
import { addedNames, type SheetLayout, type SheetTable } from './sheet-layout.ts';

/** The tables of a worksheet. */
export async function readTables(workbook: Workbook, sheet: string): Promise<readonly SheetTable[]> {
  const tables: SheetTable[] = [];
  for (const { type, target } of await workbook.relations(sheet)) {
    if (type !== 'table' || !workbook.has(target)) continue;
    const table = await readTable(workbook, target);
    if (table !== null) tables.push(table);
  }
  return tables;
}

async function readTable(workbook: Workbook, part: string): Promise<SheetTable | null> {
  let area: Area | undefined;
  let canGrow = false;
  let columns = 0;
  let lastId = 0;
  await visitXml(workbook, part, {
    open(tag) {
      if (tag.name === 'table') {
        area = readArea(tag.attribute('ref') ?? '');
        const isSheet = (tag.attribute('tableType') ?? 'worksheet') === 'worksheet';
        canGrow = isSheet && (tag.attribute('headerRowCount') ?? '1') === '1';
      } else if (tag.name === 'tableColumn') {
        columns++;
        lastId = Math.max(lastId, Number(tag.attribute('id')) || 0);
      }
    },
  });
  return area === undefined ? null : { part, area, canGrow, columns, lastId };
}

/** True when the new columns stand right beside the table, under its header. */
export function growsWith({ canGrow, area }: SheetTable, layout: SheetLayout): boolean {
  return canGrow && growBeside(area, layout) !== area;
}

/** The XML of a table with the new columns. */
export function growTable(
  workbook: Workbook,
  table: SheetTable,
  layout: SheetLayout,
): AsyncGenerator<Buffer> {
  return editXml(workbook, table.part, (edits) => tableEditor(edits, table, layout));
}

function tableEditor(edits: Edits, { columns, lastId }: SheetTable, layout: SheetLayout): Visitor {
  const names = addedNames(layout);
  let prefix = '';
  return {
    open(tag) {
      if (tag.name === 'table' || tag.name === 'autoFilter')
        editArea(edits, tag, (area) => growBeside(area, layout));
      if (tag.name !== 'tableColumns') return;
      prefix = tag.prefix;
      const count = tag.valueSpan('count');
      if (count !== undefined) edits.replace(count, String(columns + names.length));
    },
    close(name, { from }) {
      if (name !== 'tableColumns') return;
      const added = names.map(
        (column, index) => `<${prefix}tableColumn id="${lastId + 1 + index}" name="${column}"/>`,
      );
      edits.insert(from, added.join(''));
    },
  };
}
