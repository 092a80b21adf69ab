import { posix } from 'node:path';
import { visitText } from './xml.ts';

/** A worksheet as the workbook lists it; `part` is its path in the package. */
export interface SheetRef {
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

/** The relationships of a part that lies in `folder`; pointers out of the package are left out. */
export function readRelations(xml: string, folder: string): readonly Relation[] {
  return elements(xml, 'Relationship').flatMap(({ Id = '', Type = '', Target = '', TargetMode }) => {
    if (TargetMode === 'External') return [];
    const path = Target.replaceAll('\\', '/');
    const target = path.startsWith('/') ? path.slice(1) : posix.join(folder, path);
    return [{ id: Id, type: posix.basename(Type), target }];
  });
}

/** The worksheets that the workbook part lists, found through its relations, and its way to count days. */
export function readWorkbook(
  xml: string,
  relations: readonly Relation[],
): { readonly sheets: readonly SheetRef[]; readonly date1904: boolean } {
  const sheets = elements(xml, 'sheet').flatMap((attributes) => {
    const id = Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1];
    const part = relations.find((relation) => relation.id === id && relation.type === 'worksheet')?.target;
    const hidden = (attributes.state ?? 'visible') !== 'visible';
    return part === undefined ? [] : [{ name: attributes.name ?? '', part, hidden }];
  });
  const date1904 = elements(xml, 'workbookPr')[0]?.date1904 ?? '0';
  return { sheets, date1904: date1904 === '1' || date1904 === 'true' };
}

/** The attributes of each element of this local name, in document order; `AuditError('input')` for broken XML. */
function elements(xml: string, name: string): readonly Readonly<Record<string, string>>[] {
  const found: Record<string, string>[] = [];
  visitText(xml, {
    open(own, { attributes }) {
      if (own === name) found.push(attributes);
    },
  });
  return found;
}
