import { type Area, readArea } from './area.ts';
import { COST } from './budget.ts';
import { type RowElement, type SheetVisitor, SheetWalker } from './worksheet.ts';
import { type PartSource, visitXml } from './xml/walk.ts';

/** What must be known of a worksheet before its rows are read, since it stands behind them or anywhere. */
export interface SheetSurvey {
  /** The last row that holds anything. */
  readonly lastUsed: number;
  /** False when a row is before another one in the file and not in the sheet, or has several elements. */
  readonly isOrdered: boolean;
  /** The merged cells. */
  readonly merged: readonly Area[];
  /** 0-based. */
  readonly hiddenColumns: ReadonlySet<number>;
}

/** Columns that are asked about; more than are read. */
const WIDEST = 1_024;

/** Walks through a whole worksheet once; `more` sees what it sees. */
export async function surveySheet(
  source: PartSource,
  part: string,
  more: SheetVisitor = {},
): Promise<SheetSurvey> {
  const merged: Area[] = [];
  const hiddenColumns = new Set<number>();
  let lastUsed = 0;
  let last = 0;
  let isOrdered = true;
  const visitor: SheetVisitor = {
    row(element: RowElement) {
      if (element.row <= last) isOrdered = false;
      last = element.row;
      if (element.row > lastUsed && element.cells.some(({ isUsed }) => isUsed)) lastUsed = element.row;
      more.row?.(element);
    },
    open(tag, section) {
      if (tag.name === 'col' && /^(?:1|true)$/.test(tag.attribute('hidden') ?? '')) {
        const [min, max] = [Number(tag.attribute('min')), Number(tag.attribute('max'))];
        source.budget.spend(COST.pointer + COST.token * Math.min(max, WIDEST));
        for (let column = min; column <= Math.min(max, WIDEST); column++) hiddenColumns.add(column - 1);
      } else if (tag.name === 'mergeCell') {
        source.budget.spend(COST.pointer);
        const area = readArea(tag.attribute('ref') ?? '');
        if (area !== undefined) merged.push(area);
      }
      more.open?.(tag, section);
    },
  };
  await visitXml(source, part, new SheetWalker(visitor));
  return { lastUsed, isOrdered, merged, hiddenColumns };
}
