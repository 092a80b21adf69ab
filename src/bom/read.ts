import type { Bom, ColumnMap, Lines, Problem } from '../core/bom/line.ts';
import { PackedLines } from '../core/bom/packed-lines.ts';
import type { Chosen } from './choose.ts';
import { faultsWarning } from './faults.ts';
import type { BomSource } from './formats/format.ts';
import { formatOf } from './formats/formats.ts';
import { isHeader } from './header.ts';
import {
  type Draft,
  draftReader,
  isClearLine,
  kindOf,
  lineOf,
  problemOf,
  withAlternates,
  withMoreDesignators,
} from './lines.ts';
import { checkQuantities } from './quantities.ts';
import { noLines } from './refusals.ts';
import { columnLetter, type Row } from './rows.ts';
import { type Block, findTables, type Table } from './tables.ts';
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
    for (const reader of readers) for (const row of rows) reader.read(row);
  }
  const { lines, warnings } = checkQuantities(inOrder(readers.map((reader) => reader.finish())));
  return {
    file,
    sheet: table.sheet.name,
    headerRow: table.header.row,
    firstRow: table.firstRow,
    columns: columnMapOf(table),
    lines,
    problems: readers.flatMap(({ problems }) => problems),
    warnings: [...table.warnings, ...faultsWarning(readers.flatMap(({ faulty }) => faulty)), ...warnings],
  };
}

/** The lines of tables side by side as those of one. */
function inOrder([first, ...others]: readonly PackedLines[]): Lines {
  if (first && others.length === 0) return first;
  return [first ?? [], ...others].flatMap((lines) => [...lines]).sort((a, b) => a.row - b.row);
}

/** Gathers the lines of one block, each with the rows that belong to it. */
class BlockReader {
  readonly problems: Problem[] = [];
  /** The rows whose part number shows no value. */
  readonly faulty: number[] = [];
  readonly #lines = new PackedLines();
  readonly #block: Block;
  readonly #draftOf: (row: Row) => Draft;
  #line: Draft | undefined;
  /** The last row that belongs to the line, and the last row of all. */
  #lastOfLine = 0;
  #last = 0;
  #isApart = false;

  constructor(block: Block, { isUnfitted }: Table) {
    this.#block = block;
    this.#draftOf = draftReader(block.choice, block.columns, isUnfitted);
  }

  read(row: Row): void {
    const draft = this.#draftOf(row);
    if (this.#isApart || row.row !== this.#last + 1) {
      this.#isApart = this.#line !== undefined && !isClearLine(draft);
    }
    this.#last = row.row;
    const before = { line: this.#line, follows: row.row === this.#lastOfLine + 1, isApart: this.#isApart };
    const kind = kindOf(draft, before, this.#block.choice);
    const problem = problemOf(draft, kind);
    if (problem !== null) this.problems.push(problem);
    if (problem !== null && draft.faults.length > 0) this.faulty.push(row.row);
    if (kind === 'nothing' || kind === 'apart') return;
    this.#lastOfLine = row.row;
    if (kind === 'line') this.#close();
    this.#line = kind === 'line' ? draft : MERGE[kind](this.#line!, draft);
  }

  /** All lines, when every row was read. */
  finish(): PackedLines {
    this.#close();
    return this.#lines;
  }

  #close(): void {
    if (this.#line !== undefined) this.#lines.push(lineOf(this.#line));
    this.#line = undefined;
  }
}

const MERGE = { alternate: withAlternates, 'more-designators': withMoreDesignators } as const;

function columnMapOf({ blocks }: Table): ColumnMap {
  const names = (chosen: readonly Chosen[]) => chosen.map(({ column }) => column.name);
  const choices = blocks.map(({ choice }) => choice);
  return {
    mpn: choices.flatMap(({ mpn }) => names(mpn)),
    manufacturer: choices.flatMap(({ manufacturer }) => names(manufacturer)),
    quantity: choices[0]?.quantity?.column.name ?? null,
    designators: choices[0]?.designators?.column.name ?? null,
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
