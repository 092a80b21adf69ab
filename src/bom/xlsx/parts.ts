import { posix } from 'node:path';
import { absurd } from './absurd.ts';
import { COST } from './budget.ts';
import { type PartSource, visitXml } from './xml/walk.ts';

/** A worksheet as the workbook lists it; `part` is its path in the package. */
export interface SheetRef {
  /** As its tab says, and told apart where two say the same. */
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

/** A pointer from one part to another: `type` is the last word of its type's URI, e.g. `worksheet` or `table`. */
export interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The pointers in a relationships part whose own part lies in `folder`; those out of the package are left out. */
export async function readRelations(
  source: PartSource,
  part: string,
  folder: string,
): Promise<readonly Relation[]> {
  const relations: Relation[] = [];
  await visitXml(source, part, {
    open(tag) {
      if (tag.name !== 'Relationship' || tag.attribute('TargetMode') === 'External') return;
      source.budget.spend(COST.pointer);
      const path = (tag.attribute('Target') ?? '').replaceAll('\\', '/');
      const target = path.startsWith('/') ? path.slice(1) : posix.join(folder, path);
      relations.push({
        id: tag.attribute('Id') ?? '',
        type: posix.basename(tag.attribute('Type') ?? ''),
        target,
      });
    },
  });
  return relations;
}

/** The worksheets that the workbook part lists, found through its relations, and its way to count days. */
export async function readWorkbook(
  source: PartSource,
  part: string,
  relations: readonly Relation[],
): Promise<{ readonly sheets: readonly SheetRef[]; readonly date1904: boolean }> {
  const targets = new Map(
    relations.filter(({ type }) => type === 'worksheet').map(({ id, target }) => [id, target]),
  );
  const sheets: SheetRef[] = [];
  let date1904 = false;
  await visitXml(source, part, {
    open(tag) {
      if (tag.name === 'workbookPr') date1904 ||= /^(?:1|true)$/.test(tag.attribute('date1904') ?? '');
      if (tag.name !== 'sheet') return;
      source.budget.spend(COST.pointer);
      const target = targets.get(tag.attributeThatEnds(':id') ?? '');
      const hidden = (tag.attribute('state') ?? 'visible') !== 'visible';
      if (target !== undefined) sheets.push({ name: tag.attribute('name') ?? '', part: target, hidden });
    },
  });
  if (new Set(sheets.map((sheet) => sheet.part.toLowerCase())).size < sheets.length)
    throw absurd('two sheets that are one and the same part');
  return { sheets: toldApart(sheets), date1904 };
}

/** Spreadsheet programs allow each name once; where a file has it twice, the later ones gain a number. */
function toldApart(sheets: readonly SheetRef[]): readonly SheetRef[] {
  const taken = new Set(sheets.map(({ name }) => name));
  const copies = new Map<string, number>();
  return sheets.map((sheet) => {
    let copy = copies.get(sheet.name) ?? 0;
    let { name } = sheet;
    while (copy > 0 && taken.has(name)) name = `${sheet.name} (${++copy})`;
    taken.add(name);
    copies.set(sheet.name, Math.max(copy, 1));
    return { ...sheet, name };
  });
}
