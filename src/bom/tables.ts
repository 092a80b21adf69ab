import { AuditError } from '../core/errors.ts';
import { type Choice, type Column, chooseColumns, columnsOf, contentOf, type Wanted } from './columns.ts';
import { findHeader, type Header } from './header.ts';
import { columnIndex, columnLetter, headOf, type Sheet } from './rows.ts';

/** What a person may say of a BOM that is not found out rightly. Columns: a header, letters, or a number from 1. */
export interface ReadOptions {
  /** The name of a sheet, or its number from 1. */
  readonly sheet?: string;
  /** 1-based; 0 when there is no header. */
  readonly headerRow?: number;
  readonly mpnColumns?: readonly string[];
  readonly manufacturerColumns?: readonly string[];
  readonly quantityColumn?: string;
  readonly designatorColumn?: string;
  /** A name of iconv-lite's; text files only. */
  readonly encoding?: string;
}

/** The columns of one table; two tables side by side on a sheet are two of these. */
export interface Block {
  readonly columns: readonly Column[];
  readonly choice: Choice;
}

/** A sheet that holds a BOM, and how it is to be read. */
export interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly blocks: readonly Block[];
  /** True for a sheet that lists what is not populated. */
  readonly isUnfitted: boolean;
  readonly warnings: readonly string[];
}

/** Rows that a sheet is judged by. */
const SAMPLE = 600;
const UNFITTED =
  /^(?:nm|np|dn[pifms]|no[-_ ]?(?:mount|fit|pop(?:ulate)?|place|load)(?:ed|s)?|not[-_ ](?:mounted|fitted|populated|placed|loaded)|do[-_ ]not[-_ ].*|un(?:populated|fitted|mounted)|nicht[-_ ]best.*)(?:[-_ ](?:list|parts?|components?|bom))*$/i;
const ASIDE =
  /histor|change|\blog\b|revision|\brev\b|cover|instruction|validation|summary|\borders?\b|\bcart\b|\bnotes?\b|\bactions?\b|obsolete|deleted|\bold\b|read ?me/i;

/** The tables of a file that are BOMs; throws `AuditError('input')` when there is none. */
export async function findTables(
  name: string,
  sheets: readonly Sheet[],
  options: ReadOptions,
): Promise<Table[]> {
  const tables: Table[] = [];
  for (const sheet of wantedSheets(name, sheets, options.sheet)) {
    tables.push(tableOf(name, sheet, findHeader(await headOf(sheet, SAMPLE), options.headerRow), options));
  }
  const usable = tables.filter(hasParts);
  if (usable.length === 0) throw refusal(name, tables);
  if (options.sheet !== undefined) return usable;
  const main = mainOf(usable);
  const left = usable
    .filter((table) => !main.includes(table))
    .map(
      ({ sheet }) =>
        `Sheet "${sheet.name}" lists part numbers too, but was taken for no BOM; name it with --sheet if it is one.`,
    );
  return main.map((table, place) =>
    place === 0 ? { ...table, warnings: [...table.warnings, ...left] } : table,
  );
}

/** Headed tables before others, visible ones before hidden ones, parts lists before change logs and orders. */
function mainOf(usable: readonly Table[]): readonly Table[] {
  const preferred = [
    (table: Table) => table.header.score > 0,
    (table: Table) => !table.sheet.hidden,
    (table: Table) => !ASIDE.test(table.sheet.name ?? ''),
    (table: Table) =>
      table.blocks.some(({ choice }) => choice.quantity !== null || choice.designators !== null),
    (table: Table) => table.blocks.some(({ choice }) => choice.quantity !== null),
  ];
  return preferred.reduce<readonly Table[]>(
    (left, test) => (left.some(test) ? left.filter(test) : left),
    usable,
  );
}

function hasParts({ blocks }: Table): boolean {
  return blocks.some(({ choice }) => choice.mpn.length > 0);
}

function wantedSheets(name: string, sheets: readonly Sheet[], wanted?: string): readonly Sheet[] {
  if (wanted === undefined) return sheets;
  const named = sheets.filter((sheet) => sheet.name === wanted);
  const alike =
    named.length > 0
      ? named
      : sheets.filter((sheet) => sheet.name?.trim().toLowerCase() === wanted.trim().toLowerCase());
  const numbered = /^\d+$/.test(wanted) ? sheets.slice(Number(wanted) - 1, Number(wanted)) : [];
  const found = alike.length > 0 ? alike : numbered;
  if (found.length > 0) return found;
  const names = sheets.map((sheet) => sheet.name).filter((one) => one !== null);
  throw new AuditError('input', `${name} has no sheet "${wanted}"`, {
    hint: names.length === 0 ? 'It is a text file: leave --sheet out.' : `It has: ${names.join(', ')}.`,
  });
}

function tableOf(name: string, sheet: Sheet, header: Header, options: ReadOptions): Table {
  const starts = sideBySide(header);
  const all = columnsOf(header);
  const wanted = wantedColumns(name, all, options);
  const blocks = (wanted.mpn === undefined ? starts : [0]).map((from, place, from_) => {
    const columns = all.filter(
      ({ index }) =>
        index >= from && index < (wanted.mpn === undefined ? (from_[place + 1] ?? all.length) : all.length),
    );
    return { columns, choice: chooseColumns(columns, wanted) };
  });
  const warnings = blocks.flatMap(({ choice }) => choice.warnings);
  return { sheet, header, blocks, isUnfitted: UNFITTED.test(sheet.name?.trim() ?? ''), warnings };
}

/** Where the tables of a sheet begin that stand side by side under the same headers; [0] when there is one. */
function sideBySide({ names, meanings }: Header): number[] {
  const first = names.findIndex((name) => name !== '');
  if (first < 0) return [0];
  for (let next = first + 2; next < names.length - 1; next++) {
    const width = names.length - next;
    const isSame = names.slice(next).every((name, step) => name === names[first + step]);
    const between = names.slice(first + width, next).every((name) => name === '');
    const roles = meanings.slice(next).map((meaning) => meaning?.role);
    if (
      isSame &&
      between &&
      roles.includes('mpn') &&
      (roles.includes('designators') || roles.includes('quantity'))
    )
      return [first, next];
  }
  return [0];
}

function wantedColumns(name: string, columns: readonly Column[], options: ReadOptions): Wanted {
  const find = (wanted: string) => findColumn(name, columns, wanted);
  return {
    ...(options.mpnColumns?.length ? { mpn: options.mpnColumns.flatMap((one) => find(one)) } : {}),
    ...(options.manufacturerColumns?.length
      ? { manufacturer: options.manufacturerColumns.flatMap((one) => find(one)) }
      : {}),
    ...(options.quantityColumn === undefined ? {} : { quantity: find(options.quantityColumn)[0]! }),
    ...(options.designatorColumn === undefined ? {} : { designators: find(options.designatorColumn)[0]! }),
  };
}

/** All columns with that header, else the one with those letters, else the one with that number. */
function findColumn(name: string, columns: readonly Column[], wanted: string): number[] {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  const headed = columns.filter((column) => plain(column.name) === plain(wanted));
  if (headed.length > 0) return headed.map(({ index }) => index);
  const index = /^\d+$/.test(wanted) ? Number(wanted) - 1 : columnIndex(wanted);
  if (columns.some((column) => column.index === index)) return [index];
  throw new AuditError('input', `${name} has no column "${wanted}"`, {
    hint: `It has: ${namesOf(columns)}.`,
  });
}

function namesOf(columns: readonly Column[]): string {
  return columns
    .filter(
      ({ meaning, name, index, profile }) =>
        profile.filled > 0 || meaning !== null || name !== columnLetter(index),
    )
    .map((column) => `"${column.name}"`)
    .slice(0, 40)
    .join(', ');
}

/** Says which columns were seen and what they hold instead of part numbers. */
function refusal(name: string, tables: readonly Table[]): AuditError {
  const best = [...tables].sort((left, right) => right.header.score - left.header.score)[0];
  const columns = best?.blocks.flatMap((block) => block.columns) ?? [];
  if (best === undefined || columns.length === 0)
    return new AuditError('input', `${name} holds no table`, { hint: 'Export the BOM again.' });
  const where = best.sheet.name === null ? name : `${name}, sheet "${best.sheet.name}",`;
  const distributors = [
    ...new Set(
      columns.filter(({ profile }) => profile.ordered >= 0.6).flatMap(({ profile }) => profile.distributors),
    ),
  ];
  const labelled = columns.filter(
    ({ meaning, profile }) =>
      profile.filled > 0 && (meaning?.role === 'distributor-number' || meaning?.role === 'distributor'),
  );
  const has =
    distributors.length > 0
      ? `; it names order numbers of ${distributors.join(', ')} only`
      : labelled.length > 0
        ? `; it names order numbers of distributors only (${namesOf(labelled)})`
        : '';
  const lying = columns
    .filter(({ meaning, profile }) => meaning?.role === 'mpn' && profile.filled > 0)
    .map((column) => ` "${column.name}" holds ${contentOf(column)}.`);
  return new AuditError('input', `${where} has no column of manufacturers' part numbers${has}`, {
    hint: `It has the columns ${namesOf(columns)}.${lying.join('')} If one of them holds the part numbers, name it with --mpn-column.`,
  });
}
