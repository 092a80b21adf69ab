import type { Choice, Chosen, Wanted } from './choose.ts';
import { type Column, columnsOf } from './columns.ts';
import { doubts } from './doubts.ts';
import { findHeader, type Header, otherHeaders } from './header.ts';
import { chooseShown } from './hidden.ts';
import { layoutRow, withLayout } from './layout.ts';
import { isHeaderShort } from './overflow.ts';
import { missingColumn, missingHeader, noPartNumbers, tooWide } from './refusals.ts';
import { cellText, headOf, type Row, type Sheet } from './rows.ts';
import { looksLikeMpn } from './shapes.ts';
import { type ReadOptions, wantedColumns, wantedSheets } from './wanted.ts';

/** The columns of one table; tables side by side on a sheet, or one below the other, are several of these. */
export interface Block {
  readonly columns: readonly Column[];
  readonly choice: Choice;
  /** What a person should know of hidden columns, in sentences. */
  readonly warnings: readonly string[];
  /** Of its header; 0 without one. */
  readonly headerRow: number;
  /** The rows that it is read from: the first, and the one behind the last. */
  readonly from: number;
  readonly to: number;
}

/** A sheet that holds a BOM, and how it is to be read. */
export interface Table {
  readonly sheet: Sheet;
  readonly header: Header;
  readonly blocks: readonly Block[];
  /** Where the table begins, with its header or with parts above it; what stands above that is not read. */
  readonly firstRow: number;
  /** Most rows have more cells than the header: its names may stand over the wrong columns. */
  readonly isHeaderShort: boolean;
  /** True for a sheet that lists what is not populated. */
  readonly isUnfitted: boolean;
  /** A column that was asked for and is not there. */
  readonly missing: string | null;
  readonly warnings: readonly string[];
}

/** Columns that a spreadsheet has at most. */
const WIDEST = 16_384;
/** Rows that a sheet is judged by. */
const SAMPLE = 3000;
const UNFITTED =
  /^(?:nm|np|dn[pifms]|no[-_ ]?(?:mount|fit|pop(?:ulate)?|place|load)(?:ed|s)?|not[-_ ](?:mounted|fitted|populated|placed|loaded)|do[-_ ]not[-_ ].*|un(?:populated|fitted|mounted)|nicht[-_ ]best.*)(?:[-_ ](?:list|parts?|components?|bom))*$/i;
const ASIDE =
  /histor|change|\blog\b|revision|\brev\b|cover|instruction|validation|summary|\borders?\b|\bcart\b|\bnotes?\b|\bactions?\b|obsolete|deleted|\bold\b|read ?me/i;

/** The tables of a file that are BOMs; throws `AuditError('input')` when there is none. */
export async function findTables(
  name: string,
  sheets: readonly Sheet[],
  options: ReadOptions,
): Promise<readonly Table[]> {
  const tables: Table[] = [];
  for (const sheet of wantedSheets(name, sheets, options.sheet)) {
    const sample = await headOf(sheet, SAMPLE);
    refuseEndless(name, sample);
    const header = findHeader(sample, options.headerRow ?? layoutRow(sample, options.layouts));
    const hidden = await sheet.hiddenColumns();
    const others = options.headerRow === undefined ? otherHeaders(sample, header) : [];
    tables.push(tableOf(sheet, header, { others, hidden }, withLayout(options, header.names)));
  }
  const asked = tables.filter(({ missing }) => missing === null);
  const [first] = tables;
  if (first === undefined) throw noPartNumbers(name, null, []);
  if (asked.length === 0) throw missingColumn(name, first.missing!, columnsIn(first));
  const { headerRow = 0 } = options;
  if (headerRow > 0 && !asked.some(({ header }) => header.row === headerRow))
    throw missingHeader(name, headerRow);
  const usable = asked.filter(hasParts);
  if (usable.length === 0) {
    const best = asked.reduce((left, right) => (right.header.score > left.header.score ? right : left));
    throw noPartNumbers(name, best.sheet.name, columnsIn(best));
  }
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

/** No spreadsheet program can show such a row, and no BOM needs it. */
function refuseEndless(name: string, sample: readonly Row[]): void {
  const endless = sample.find(({ cells }) => cells.length > WIDEST);
  if (endless) throw tooWide(name, endless.row, WIDEST);
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

function columnsIn({ blocks }: Table): readonly Column[] {
  return blocks.flatMap(({ columns }) => columns);
}

function hasParts({ blocks }: Table): boolean {
  return blocks.some(({ choice }) => choice.mpn.length > 0);
}

/** What else a sheet has that decides how its table is read. */
interface Surroundings {
  /** The headers of further tables. */
  readonly others: readonly Header[];
  /** The columns that are not shown. */
  readonly hidden: ReadonlySet<number>;
}

function tableOf(
  sheet: Sheet,
  header: Header,
  { others, hidden }: Surroundings,
  options: ReadOptions,
): Table {
  const { wanted, missing } = wantedColumns(columnsOf(header), options);
  const isSplit = wanted.mpn === undefined;
  const starts = isSplit ? sideBySide(header) : [0];
  const all = blocksOf(header, starts, wanted, hidden);
  const further = isSplit && all.some(isUsed) ? furtherBlocks(others, all, hidden) : [];
  const main = further.length === 0 ? all : blocksOf(endedBy(further, header), starts, wanted, hidden);
  const early = options.headerRow === undefined ? partsAbove(header, main) : [];
  const firstRow = early[0]?.row ?? main[0]!.from;
  const isShort = sheet.delimiter !== undefined && isHeaderShort(header);
  const blocks = inTurn([...main.map((block) => ({ ...block, from: firstRow })), ...further]);
  return {
    sheet,
    header,
    blocks,
    firstRow: Math.min(...blocks.map(({ headerRow, from }) => Math.min(headerRow || from, from))),
    isHeaderShort: isShort,
    isUnfitted: UNFITTED.test(sheet.name?.trim() ?? ''),
    missing,
    warnings: [
      ...blocks.flatMap(({ warnings }) => warnings),
      ...(isSplit ? main.flatMap(({ columns, choice }) => doubts(columns, choice)) : []),
      ...(early.length > 0
        ? [`The header in row ${header.row} has parts above it; they were read too.`]
        : []),
      ...(isShort
        ? [
            `Most rows have more cells than the header in row ${header.row}: its names may stand over the wrong columns.`,
          ]
        : []),
      ...further.map(
        ({ headerRow }) => `The table under row ${headerRow} has a header of its own; it was read by that.`,
      ),
    ],
  };
}

function blocksOf(
  header: Header,
  starts: readonly number[],
  wanted: Wanted,
  hidden: ReadonlySet<number>,
): Block[] {
  const all = columnsOf(header);
  const from = header.body[0]?.row ?? Number.POSITIVE_INFINITY;
  return starts.map((start, place) => {
    const end = starts[place + 1] ?? all.length;
    const columns = all.filter(({ index }) => index >= start && index < end);
    const shown = chooseShown(columns, wanted, hidden);
    return { columns, ...shown, headerRow: header.row ?? 0, from, to: Number.POSITIVE_INFINITY };
  });
}

/** The tables under other headers of the sheet, where their columns stand elsewhere than those of the main one. */
function furtherBlocks(
  headers: readonly Header[],
  main: readonly Block[],
  hidden: ReadonlySet<number>,
): Block[] {
  const known = new Set(main.map(placesOf));
  return headers.flatMap((header, place) => {
    const next = headers[place + 1]?.row ?? Number.POSITIVE_INFINITY;
    const end = Math.min(next, ...main.map(({ from }) => from).filter((row) => row > header.row!));
    const body = header.body.filter(({ row }) => row < end);
    const blocks = blocksOf({ ...header, body }, [0], {}, hidden).filter(isUsed);
    const isAbove = header.row! < main[0]!.from;
    return blocks.filter((block) => isAbove || !known.has(placesOf(block)));
  });
}

/** The header without the rows of the tables below. */
function endedBy(further: readonly Block[], header: Header): Header {
  const end = Math.min(...further.map(({ headerRow }) => headerRow).filter((row) => row > (header.row ?? 0)));
  return { ...header, body: header.body.filter(({ row }) => row < end) };
}

function isUsed({ choice }: Block): boolean {
  return choice.mpn.some(({ by, column }) => by === 'header' && column.profile.filled > 0);
}

function placesOf({ choice: { mpn, manufacturer, quantity, designators } }: Block): string {
  const places = (chosen: readonly (Chosen | null)[]) => chosen.map((one) => one?.column.index).join();
  return [mpn, manufacturer, [quantity], [designators]].map(places).join(';');
}

/** Each table ends where the next one begins. */
function inTurn(blocks: readonly Block[]): Block[] {
  const begins = blocks.map(({ headerRow }) => headerRow);
  return blocks.map((block) => ({
    ...block,
    to: Math.min(...begins.filter((row) => row > block.headerRow)),
  }));
}

/** Rows above the header that are filled like its rows and hold part numbers in the same columns. */
function partsAbove(header: Header, blocks: readonly Block[]): readonly Row[] {
  const places = blocks.flatMap(({ choice }) => choice.mpn.map(({ column }) => column.index));
  const rows = header.above.filter(
    ({ cells }) =>
      cells.filter((cell) => cell !== '').length > 2 &&
      places.some((index) => looksLikeMpn(cellText(cells, index))),
  );
  return rows.length > 1 ? rows : [];
}

/** Where the tables of a sheet begin that stand side by side under the same headers; [0] when there is one. */
function sideBySide({ names, meanings }: Header): number[] {
  const first = names.findIndex((name) => name !== '');
  const end = names.findLastIndex((name) => name !== '') + 1;
  for (let next = first + 2; next < end - 1; next++) {
    const headers = names.slice(next, end);
    const gap = names.slice(first + headers.length, next);
    const isSame = headers.every((name, step) => name === names[first + step]);
    const roles = new Set(meanings.slice(next, end).map((meaning) => meaning?.role));
    const isWhole = roles.has('mpn') && (roles.has('designators') || roles.has('quantity'));
    if (isSame && isWhole && gap.every((name) => name === '')) return [first, next];
  }
  return [0];
}
