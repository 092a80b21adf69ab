import type { LineItem, PartRef, Problem } from '../core/bom/line.ts';
import type { Choice } from './choose.ts';
import type { Column } from './columns.ts';
import { expandDesignators, looksLikeDesignators } from './designators.ts';
import { faultsReader } from './faults.ts';
import { fittedReader, saysSomeNotFitted } from './fitted.ts';
import { meaningOf } from './names.ts';
import { partsReader, withoutRepeats } from './parts.ts';
import { isPlaceholder, saysNotFitted } from './placeholder.ts';
import { cellText, detached, type Row } from './rows.ts';
import { countOf, looksLikeMpn } from './shapes.ts';

/** A row of the table, taken apart. */
export interface Draft {
  readonly row: number;
  readonly cells: readonly string[];
  readonly designators: string;
  readonly quantity: string;
  readonly parts: readonly PartRef[];
  readonly fitted: boolean;
  readonly notes: readonly string[];
  /** Why the row should name a part number and shows none, in sentences. */
  readonly faults: readonly string[];
  /** How many cells of the row hold something, those aside that only show what is merged down into them. */
  readonly filled: number;
}

/**
 * What a row is in its table: a line, an alternate of the line before, further designators of that line, nothing that
 * counts (a title, a total, a note), or `apart`: what a person should look at, since it might be a line.
 */
export type RowKind = 'line' | 'alternate' | 'more-designators' | 'nothing' | 'apart';

/** What was read before a row. */
export interface Before {
  /** The last line, with its alternates. */
  readonly line: Draft | undefined;
  /** True when the row follows the last row that belongs to that line. */
  readonly follows: boolean;
  /** True after a gap that no clear line has ended yet. */
  readonly isApart: boolean;
}

/** Takes rows apart by the chosen columns; equal parts of a table are one object. */
export function draftReader(
  choice: Choice,
  columns: readonly Column[],
  isUnfittedTable: boolean,
): (row: Row) => Draft {
  const partsOf = partsReader(choice);
  const isFitted = fittedReader(choice, columns);
  const faultsOf = faultsReader(choice);
  const [first, end] = [columns[0]?.index ?? 0, (columns.at(-1)?.index ?? 0) + 1];
  /** Designators and quantities that are merged over several rows are given once, for all of them. */
  const ownText = ({ cells, merged }: Row, chosen: Choice['quantity']) =>
    chosen === null || merged?.has(chosen.column.index) ? '' : cellText(cells, chosen.column.index);
  return (read) => {
    const { row, cells, merged } = read;
    let filled = 0;
    for (let at = first; at < end; at++) if (cells[at] && !merged?.has(at)) filled++;
    const { parts, notes } = partsOf(cells);
    const faults = faultsOf(read, filled);
    return {
      row,
      cells,
      designators: stated(ownText(read, choice.designators)),
      quantity: ownText(read, choice.quantity),
      parts,
      notes: faults.all.length === 0 ? notes : [...notes, ...faults.all],
      faults: parts.length === 0 ? faults.partNumbers : [],
      fitted: !isUnfittedTable && isFitted(cells),
      filled,
    };
  };
}

/** Without what people write where they have no designators: `-`, `n/a`. */
function stated(designators: string): string {
  return isPlaceholder(designators) && !saysNotFitted(designators) ? '' : designators;
}

/** True for a row that is a line wherever it stands: it names a part or designators, or counts something else. */
export function isClearLine({ designators, quantity, parts }: Draft): boolean {
  if (looksLikeDesignators(designators) || parts.some(({ mpn }) => looksLikeMpn(mpn))) return true;
  return designators === '' && countOf(quantity) !== null;
}

/** What a row is, from its own cells and what came before it. */
export function kindOf(draft: Draft, before: Before, table: Choice): RowKind {
  if (isRemark(draft) || isHeaderAgain(draft)) return 'nothing';
  const kind =
    draft.designators === ''
      ? withoutDesignators(draft, before, table)
      : withDesignators(draft, before, table);
  const isDoubtful = before.isApart || saysSomethingElse(draft);
  return kind === 'line' && isDoubtful && !isClearLine(draft) ? 'apart' : kind;
}

/** True for a row with a sentence where the designators should be, and nothing else that makes it a line. */
function saysSomethingElse({ designators, quantity, parts }: Draft): boolean {
  if (designators === '' || parts.length > 0 || countOf(quantity) !== null) return false;
  return expandDesignators(designators) === null;
}

function withoutDesignators(draft: Draft, { line, follows }: Before, table: Choice): RowKind {
  if (countOf(draft.quantity) !== null) return draft.filled > 1 ? 'line' : 'nothing';
  const isAnchored = table.designators !== null || table.quantity !== null;
  if (draft.parts.length === 0) return withoutAnything(draft, table, isAnchored);
  if (!isAnchored) return 'line';
  if (follows && draft.quantity === '' && line !== undefined && isLed(line, table)) return 'alternate';
  return draft.parts.some(({ mpn }) => looksLikeMpn(mpn)) ? 'line' : 'apart';
}

/** A manufacturer, or text that was left out as no part number, keeps a row from being passed over. */
function withoutAnything({ cells, filled, notes }: Draft, table: Choice, isAnchored: boolean): RowKind {
  if (!isAnchored) return filled > 2 || notes.length > 0 ? 'line' : 'nothing';
  const isMade = table.manufacturer.some(({ column }) => cellText(cells, column.index) !== '');
  return notes.length > 0 || (isMade && filled > 1) ? 'apart' : 'nothing';
}

/** True for a line that has what a row of alternates leaves out. */
function isLed(line: Draft, table: Choice): boolean {
  return (
    (table.designators === null || line.designators !== '') &&
    (table.quantity === null || line.quantity !== '')
  );
}

function withDesignators(draft: Draft, { line, follows }: Before, table: Choice): RowKind {
  if (!follows || line === undefined) return 'line';
  if (draft.filled === 1 && table.quantity !== null && lacksDesignators(line)) return 'more-designators';
  const isSame =
    draft.designators === line.designators &&
    draft.quantity === line.quantity &&
    draft.fitted === line.fitted;
  const isOther =
    draft.parts.length > 0 && line.parts.length > 0 && draft.parts[0]!.mpn !== line.parts[0]!.mpn;
  return isSame && isOther && isAlike(draft, line, table) ? 'alternate' : 'line';
}

/** True when fewer designators than the quantity were read so far, or the list ends with a comma. */
function lacksDesignators({ designators, quantity }: Draft): boolean {
  if (/[,;]$/.test(designators)) return true;
  const count = countOf(quantity);
  return count !== null && (expandDesignators(designators)?.length ?? count) < count;
}

/** True when the cells agree that tell lines apart: those under `Value`, and under headers that we do not know. */
function isAlike(draft: Draft, line: Draft, { telling }: Choice): boolean {
  return telling.every(({ index }) => {
    const [one, other] = [cellText(draft.cells, index), cellText(line.cells, index)];
    return one === other || one === '' || other === '';
  });
}

const TOTAL =
  /^(?:(?:grand |sub-?)?totals?|summe|gesamt|somme|suma|итого|всего)(?![\p{L}\p{N}_-])|^(?:合计|合計|总计|小計)/iu;

/** True for a header that is repeated in other words. */
function isHeaderAgain({ designators, quantity, parts }: Draft): boolean {
  if (/\d/.test(designators + quantity)) return false;
  const texts = [designators, quantity, parts[0]?.mpn ?? ''].filter((text) => text !== '');
  return texts.length > 1 && texts.every((text) => (meaningOf(text)?.rank ?? 0) > 1);
}

/** True for totals, notes and what tools write under a table: `Total: 12.30`, `Component Count: 64`, `# made by …`. */
function isRemark({ cells, filled, parts }: Draft): boolean {
  const text = cellText(
    cells,
    cells.findIndex((cell) => cell !== ''),
  );
  if (filled === 1 && text.startsWith('#')) return true;
  if (filled <= 3 && /[:：]$/.test(text)) return true;
  return (
    parts.length === 0 && filled < 5 && cells.some((cell) => cell.length < 40 && TOTAL.test(cell.trim()))
  );
}

/** The line item that a draft stands for. */
export function lineOf({ row, designators, quantity, parts, fitted, notes }: Draft): LineItem {
  const count = countOf(quantity);
  const isOdd = count === null && quantity !== '' && !isPlaceholder(quantity);
  const isUnclear = fitted && saysSomeNotFitted(designators);
  return {
    row,
    designators: designators === '' ? null : detached(designators),
    quantity: count,
    parts,
    fitted,
    notes: [
      ...notes,
      ...(isOdd ? [`The quantity "${quantity}" is no plain number.`] : []),
      ...(isUnclear
        ? [`Some of "${shortened(designators)}" are marked as not fitted; the line was taken as fitted.`]
        : []),
    ],
  };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** The only cell of a row that has no other; '' for any other row. */
export function titleOf({ cells, filled }: Draft): string {
  return filled === 1
    ? cellText(
        cells,
        cells.findIndex((cell) => cell !== ''),
      )
    : '';
}

/** The same draft with the parts of a further row as alternates. */
export function withAlternates(draft: Draft, more: Draft): Draft {
  return {
    ...draft,
    parts: withoutRepeats([...draft.parts, ...more.parts]),
    notes: [...draft.notes, ...more.notes],
  };
}

/** The same draft with the designators of a further row. */
export function withMoreDesignators(draft: Draft, more: Draft): Draft {
  return { ...draft, designators: `${draft.designators.replace(/[,;\s]+$/, '')}, ${more.designators}` };
}

/** What is to be said of a row that was taken for no line, or for one whose part number shows no value. */
export function problemOf({ row, parts, cells, faults, fitted }: Draft, kind: RowKind): Problem | null {
  if (faults.length > 0 && fitted) return { row, message: `${faults.join(' ')} It was not audited.` };
  if (kind !== 'apart' && kind !== 'nothing') return null;
  const named = parts.find(({ mpn }) => looksLikeMpn(mpn));
  if (named !== undefined)
    return { row, message: `The row names ${named.mpn}, but reads like a note; it was not audited.` };
  if (kind !== 'apart') return null;
  const text = cells.filter((cell) => cell.trim() !== '').join(' | ');
  return { row, message: `The row was taken for no line of the table: ${text.slice(0, 80)}` };
}
