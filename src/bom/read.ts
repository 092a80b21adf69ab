import type { Bom, ColumnMap, Lines } from '../core/bom/line.ts';
import type { PackedLines } from '../core/bom/packed-lines.ts';
import { BlockReader } from './block-reader.ts';
import type { Chosen } from './choose.ts';
import { faultsWarning } from './faults.ts';
import type { BomSource } from './formats/format.ts';
import { formatOf } from './formats/formats.ts';
import { isHeader } from './header.ts';
import { multiplied, multipliedWarning } from './levels.ts';
import { checkQuantities } from './quantities.ts';
import { noLines } from './refusals.ts';
import { columnLetter } from './rows.ts';
import { findTables, type Table } from './tables.ts';
import type { ReadOptions } from './wanted.ts';

export type { BomSource } from './formats/format.ts';
export type { ReadOptions } from './wanted.ts';

/** Why a column was chosen, with up to three different values of it. */
export interface ColumnReason {
  readonly role: 'mpn' | 'manufacturer' | 'quantity' | 'designators';
  /** 1-based. */
  readonly number: number;
  readonly letter: string;
  /** As in the `ColumnMap` of the BOM. */
  readonly name: string;
  readonly why: string;
  readonly samples: readonly string[];
}

/** How one table of a file was found. */
export interface TableReason {
  readonly sheet: string | null;
  readonly headerRow: number | null;
  /** As written; empty without a header. */
  readonly headers: readonly string[];
  readonly columns: readonly ColumnReason[];
}

/** A BOM with the reasons for the choice of its columns. */
export interface ReadBom {
  readonly bom: Bom;
  readonly reason: TableReason;
}

/** One BOM for each table of parts in the file; throws `AuditError('input')` for what cannot be read or names no parts. */
export async function readBoms(source: BomSource, options: ReadOptions = {}): Promise<Bom[]> {
  return (await readWithReasons(source, options)).map(({ bom }) => bom);
}

/** As `readBoms`, with why each column was chosen. */
export async function readWithReasons(source: BomSource, options: ReadOptions = {}): Promise<ReadBom[]> {
  const format = await formatOf(source);
  const opened = await format.open(source, options.encoding);
  try {
    const { sheets, sha256, encoding } = opened;
    const tables = await findTables(source.name, sheets, options);
    const found: ReadBom[] = [];
    for (const table of tables) {
      const bom = { ...(await readTable(source.name, table)), sha256, encoding };
      found.push({ bom, reason: reasonOf(table) });
    }
    const filled = found.filter(({ bom }) => bom.lines.length > 0);
    if (filled.length === 0) throw noLines(source.name, tables[0]?.header.row ?? null);
    return filled;
  } finally {
    await opened.close();
  }
}

async function readTable(file: string, table: Table): Promise<Omit<Bom, 'sha256' | 'encoding'>> {
  const readers = table.blocks
    .filter(({ choice }) => choice.mpn.length > 0)
    .map((block) => new BlockReader(block, table));
  for await (const batch of table.sheet.rows()) {
    const rows = batch.filter((row) => row.row >= table.firstRow && !isHeader(row, table.header));
    for (const reader of readers) for (const row of rows) if (reader.covers(row)) reader.read(row);
  }
  const counted = checkQuantities(inOrder(readers.map((reader) => reader.finish())));
  const multiples = new Map(readers.flatMap((reader) => [...reader.multiples]));
  return {
    file,
    sheet: table.sheet.name,
    headerRow: table.header.row,
    firstRow: table.firstRow,
    columns: columnMapOf(table),
    lines: multiplied(counted.lines, multiples),
    problems: readers.flatMap(({ problems }) => problems),
    warnings: [
      ...table.warnings,
      ...faultsWarning(readers.flatMap(({ faulty }) => faulty)),
      ...counted.warnings,
      ...readers.flatMap((reader) => [
        ...reader.warnings,
        ...multipliedWarning(reader.structure, reader.multiples),
      ]),
    ],
  };
}

/** The lines of tables side by side as those of one. */
function inOrder([first, ...others]: readonly PackedLines[]): Lines {
  if (first && others.length === 0) return first;
  return [first ?? [], ...others].flatMap((lines) => [...lines]).sort((a, b) => a.row - b.row);
}

/** The names of the columns; of a further table below only those that the others have not. */
function columnMapOf({ blocks, header }: Table): ColumnMap {
  const names = (role: 'mpn' | 'manufacturer') => {
    const found: string[] = [];
    for (const { choice, headerRow } of blocks) {
      const own = choice[role].map(({ column }) => column.name);
      found.push(...(headerRow === (header.row ?? 0) ? own : own.filter((name) => !found.includes(name))));
    }
    return found;
  };
  const first = blocks.find(({ headerRow }) => headerRow === (header.row ?? 0))?.choice;
  return {
    mpn: names('mpn'),
    manufacturer: names('manufacturer'),
    quantity: first?.quantity?.column.name ?? null,
    designators: first?.designators?.column.name ?? null,
  };
}

function reasonOf({ sheet, header, blocks }: Table): TableReason {
  const reason = (role: ColumnReason['role'], { column, why }: Chosen): ColumnReason => ({
    role,
    number: column.index + 1,
    letter: columnLetter(column.index),
    name: column.name,
    why,
    samples: column.profile.samples,
  });
  const columns = blocks.flatMap(({ choice }) => [
    ...choice.mpn.map((chosen) => reason('mpn', chosen)),
    ...choice.manufacturer.map((chosen) => reason('manufacturer', chosen)),
    ...(choice.quantity === null ? [] : [reason('quantity', choice.quantity)]),
    ...(choice.designators === null ? [] : [reason('designators', choice.designators)]),
  ]);
  return { sheet: sheet.name, headerRow: header.row, headers: header.names, columns };
}
