import type { Problem } from '../core/bom/line.ts';
import { PackedLines } from '../core/bom/packed-lines.ts';
import { isNotFittedTitle } from './fitted.ts';
import { Assemblies, type Multiple, type Structure, structureOf } from './levels.ts';
import {
  type Draft,
  draftReader,
  isClearLine,
  kindOf,
  lineOf,
  problemOf,
  type RowKind,
  titleOf,
  withAlternates,
  withMoreDesignators,
} from './lines.ts';
import { type Mended, overflowMender } from './overflow.ts';
import type { Row } from './rows.ts';
import type { Block, Table } from './tables.ts';

/** Rows by which the structure of a table is told. */
const JUDGED = 400;

/** Gathers the lines of one block, each with the rows that belong to it. */
export class BlockReader {
  readonly problems: Problem[] = [];
  readonly warnings: string[] = [];
  /** The rows whose part number shows no value. */
  readonly faulty: number[] = [];
  readonly structure: Structure | null;
  /** By the row of the line. */
  readonly multiples = new Map<number, Multiple>();
  readonly #lines = new PackedLines();
  readonly #block: Block;
  readonly #assemblies: Assemblies | null;
  readonly #mend: (row: Row) => Mended;
  readonly #draftOf: (row: Row) => Draft;
  #line: Draft | undefined;
  /** The last row that belongs to the line, and the last row of all. */
  #lastOfLine = 0;
  #last = 0;
  #isApart = false;
  #isNotFitted = false;

  constructor(block: Block, table: Table) {
    this.#block = block;
    this.structure = structureOf(block.columns, table.header.body.slice(0, JUDGED), block.choice);
    this.#assemblies = this.structure === null ? null : new Assemblies(this.structure);
    this.#mend = menderOf(block, table);
    this.#draftOf = draftReader(block.choice, block.columns, table.isUnfitted);
  }

  covers({ row }: Row): boolean {
    return row >= this.#block.from && row < this.#block.to;
  }

  read(given: Row): void {
    const { row, problem } = this.#mend(given);
    if (problem !== null) this.problems.push(problem);
    const draft = this.#inSection(this.#draftOf(row));
    if (isNotFittedTitle(titleOf(draft))) {
      this.#openSection(row);
      return;
    }
    if (this.#isApart || row.row !== this.#last + 1) {
      this.#isApart = this.#line !== undefined && !isClearLine(draft);
    }
    this.#last = row.row;
    const before = { line: this.#line, follows: row.row === this.#lastOfLine + 1, isApart: this.#isApart };
    const kind = kindOf(draft, before, this.#block.choice);
    this.#follow(draft, kind);
    this.#tell(draft, kind);
    if (kind !== 'nothing' && kind !== 'apart') this.#take(draft, kind);
    else if (titleOf(draft) !== '') this.#isNotFitted = false;
  }

  #take(draft: Draft, kind: Exclude<RowKind, 'nothing' | 'apart'>): void {
    this.#lastOfLine = draft.row;
    if (kind === 'line') this.#close();
    this.#line = kind === 'line' ? draft : MERGE[kind](this.#line!, draft);
  }

  #tell(draft: Draft, kind: RowKind): void {
    const problem = problemOf(draft, kind);
    if (problem === null) return;
    this.problems.push(problem);
    if (draft.faults.length > 0) this.faulty.push(draft.row);
  }

  /** An assembly counts where its row is no line, too; what belongs to the line before does not. */
  #follow({ row, cells, quantity, filled }: Draft, kind: RowKind): void {
    if (this.#assemblies === null || kind === 'alternate' || kind === 'more-designators' || filled < 2)
      return;
    const multiple = this.#assemblies.next(row, cells, quantity);
    if (multiple !== null) this.multiples.set(row, multiple);
  }

  /** Lines below the title of a section of parts that are not fitted, up to the next title. */
  #inSection(draft: Draft): Draft {
    return this.#isNotFitted ? { ...draft, fitted: false } : draft;
  }

  #openSection({ row }: Row): void {
    this.#isNotFitted = true;
    this.#last = row;
    this.warnings.push(`The lines below row ${row} were taken as not fitted, since it says so.`);
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

/** Only text files have rows that are too long, and only where one table stands under the header. */
function menderOf(
  { columns, choice }: Block,
  { sheet, header, blocks, isHeaderShort }: Table,
): (row: Row) => Mended {
  const { delimiter } = sheet;
  if (delimiter === undefined || header.row === null || isHeaderShort || blocks.length > 1)
    return (row) => ({ row, problem: null });
  return overflowMender(columns, choice, header.names.length, delimiter);
}

const MERGE = { alternate: withAlternates, 'more-designators': withMoreDesignators } as const;
