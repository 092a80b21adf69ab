import type { LineItem, PartRef, Problem } from '../core/line.ts';
import { statesMaker } from '../core/maker.ts';
import type { Choice, Column } from './columns.ts';
import { expandDesignators } from './designators.ts';
import { isPlaceholder, saysNotFitted, valueSaysNotFitted } from './placeholder.ts';
import { cellText, type Row } from './rows.ts';
import { countOf, isLibraryName, looksLikeMpn } from './shapes.ts';

/** A row of the table, taken apart. */
export interface Draft {
  readonly row: number;
  readonly designators: string;
  readonly quantity: string;
  readonly parts: readonly PartRef[];
  readonly fitted: boolean;
  readonly notes: readonly string[];
  /** Filled cells of the table. */
  readonly filled: number;
}

/** What a row is in its table. */
export type RowKind = 'line' | 'alternate' | 'more-designators' | 'no-part';

const NO_NOTES: readonly string[] = [];
const NO_PARTS: readonly PartRef[] = [];

/** Takes a row apart by the chosen columns; equal parts of a table are one object. */
export function draftReader(choice: Choice, columns: readonly Column[], isUnfittedTable: boolean): (row: Row) => Draft {
  const parts = partsReader(choice);
  const isFitted = fittedReader(choice, columns);
  return ({ row, cells }) => {
    const found = parts(cells);
    let filled = 0;
    for (const cell of cells) if (cell !== '') filled++;
    return {
      row,
      designators: choice.designators === null ? '' : cellText(cells, choice.designators.column.index),
      quantity: choice.quantity === null ? '' : cellText(cells, choice.quantity.column.index),
      parts: found.parts,
      fitted: !isUnfittedTable && isFitted(cells),
      notes: found.notes,
      filled,
    };
  };
}

interface Found {
  readonly parts: readonly PartRef[];
  readonly notes: readonly string[];
}

/** Pairs each part number with its maker: one to one where there are as many columns of both, else the first maker stated. */
function partsReader({ mpn, manufacturer }: Choice): (cells: readonly string[]) => Found {
  const interned = new Map<string, Found>();
  const isPaired = mpn.length === manufacturer.length;
  const isSure = mpn.map(({ column }) => column.meaning?.role === 'mpn' || column.meaning?.role === 'alternate');
  return (cells) => {
    let key = '';
    for (const { column } of mpn) key += `${cells[column.index] ?? ''}\u0000`;
    for (const { column } of manufacturer) key += `${cells[column.index] ?? ''}\u0000`;
    const before = interned.get(key);
    if (before !== undefined) return before;
    const makers = manufacturer.map(({ column }) => cellText(cells, column.index));
    const anyMaker = makers.find((maker) => maker !== '' && statesMaker(maker)) ?? '';
    const named = mpn.map(({ column }, place) => ({
      numbers: cellText(cells, column.index),
      makers: isPaired ? makers[place]! : anyMaker,
      isSure: isSure[place]!,
    }));
    const found = partsOf(named);
    interned.set(detached(key), found);
    return found;
  };
}

interface Named {
  readonly numbers: string;
  readonly makers: string;
  readonly isSure: boolean;
}

function partsOf(named: readonly Named[]): Found {
  const notes: string[] = [];
  const parts: PartRef[] = [];
  for (const { numbers, makers, isSure } of named) {
    for (const part of splitCell(numbers, makers)) {
      if (isPlaceholder(part.mpn) || saysNotFitted(part.mpn)) continue;
      if (isSure || looksLikeMpn(part.mpn)) parts.push(part);
      else notes.push(`"${part.mpn}" does not look like a part number and was left out.`);
    }
  }
  const distinct = withoutRepeats(parts);
  const numbers = distinct.filter(({ mpn }) => !isLibraryName(mpn));
  if (numbers.length === 0 || numbers.length === distinct.length) return shared(distinct, notes);
  const dropped = distinct.filter((part) => !numbers.includes(part)).map(({ mpn }) => `"${mpn}"`);
  return shared(numbers, [...notes, `${dropped.join(', ')} was taken for a name of a parts library.`]);
}

function shared(parts: readonly PartRef[], notes: readonly string[]): Found {
  return { parts: parts.length === 0 ? NO_PARTS : parts, notes: notes.length === 0 ? NO_NOTES : notes };
}

/** The part numbers of a cell, parted by line breaks, `~`, `;` or the word `or`, and the makers in the same order. */
export function splitCell(numbers: string, makers: string): PartRef[] {
  if (numbers === '') return [];
  const separator = SEPARATORS.find((one) => one.test(numbers));
  if (separator === undefined) return [partOf(numbers, makers)];
  const mpns = numbers.split(separator);
  const names = makers.split(separator);
  const list = names.length === mpns.length ? names : makers.split(/\n|~|;|\//);
  return mpns
    .map((mpn, place) => partOf(mpn, list.length === mpns.length ? list[place]! : list.length === 1 ? makers : ''))
    .filter(({ mpn }) => mpn !== '');
}

const SEPARATORS: readonly RegExp[] = [/\s*[\r\n]+\s*/, /\s*~+\s*/, /\s*;+\s*/, /\s+(?:or|oder|ou|或)\s+/i];

function partOf(number: string, maker: string): PartRef {
  const mpn = number.replace(/\s+/g, ' ').trim();
  const manufacturer = maker.replace(/\s+/g, ' ').trim();
  const isStated = manufacturer !== '' && !isPlaceholder(manufacturer) && !saysNotFitted(manufacturer) && statesMaker(manufacturer);
  return { mpn: detached(mpn), manufacturer: isStated ? detached(manufacturer) : null };
}

/** Without the same part twice; a number without a maker gives way to the same number with one. */
function withoutRepeats(parts: readonly PartRef[]): readonly PartRef[] {
  if (parts.length < 2) return parts;
  return parts.filter((part, place) => {
    const same = (other: PartRef) => other.mpn.toUpperCase() === part.mpn.toUpperCase();
    if (part.manufacturer === null && parts.some((other) => same(other) && other.manufacturer !== null)) return false;
    return !parts.slice(0, place).some((other) => same(other) && other.manufacturer === part.manufacturer);
  });
}

/** A copy that does not keep the text of the file alive of which it is a part. */
function detached(text: string): string {
  return Buffer.from(text).toString();
}

const YES = /^(?:y|yes|ja|oui|si|1|x|true|✓|✔|wahr|vrai|да|是)$/i;
const NO = /^(?:n|no|nein|non|0|false|falsch|faux|нет|否|-)$/i;

function fittedReader(choice: Choice, columns: readonly Column[]): (cells: readonly string[]) => boolean {
  const plain: ReadonlySet<string | undefined> = new Set([undefined, 'note', 'description', 'other', 'name', 'distributor', 'manufacturer', 'mpn', 'alternate', 'fitted', 'not-fitted']);
  const placed = new Set([choice.designators?.column, choice.quantity?.column]);
  const marked = columns.filter((column) => plain.has(column.meaning?.role) && !placed.has(column)).map(({ index }) => index);
  const values = columns.filter(({ meaning }) => meaning?.role === 'value').map(({ index }) => index);
  const positive = choice.fitted.filter(({ meaning }) => meaning?.role === 'fitted').map(({ index }) => index);
  const negative = choice.fitted.filter(({ meaning }) => meaning?.role === 'not-fitted').map(({ index }) => index);
  return (cells) =>
    !marked.some((index) => saysNotFitted(cellText(cells, index))) &&
    !values.some((index) => valueSaysNotFitted(cellText(cells, index))) &&
    !positive.some((index) => NO.test(cellText(cells, index)) || /^exclude/i.test(cellText(cells, index))) &&
    !negative.some((index) => YES.test(cellText(cells, index)) || /^exclude/i.test(cellText(cells, index)));
}

const TOTAL = /^(?:grand |sub-?)?(?:total|totals|summe|gesamt|somme|suma|итого|всего|合计|合計|总计)\b|^(?:сумма|合计|合計|总计)/i;

/** What a row is, from its own cells and the line before it. */
export function kindOf(draft: Draft, before: LineDraft | undefined, table: Choice, cells: readonly string[]): RowKind {
  const hasCount = countOf(draft.quantity) !== null;
  const hasPart = draft.parts.length > 0;
  if (isRemark(draft, cells)) return 'no-part';
  if (draft.designators !== '') return withDesignators(draft, before, hasPart, hasCount, table);
  if (hasCount) return draft.filled > 1 || table.quantity === null ? 'line' : 'no-part';
  const isAnchored = table.designators !== null || table.quantity !== null;
  if (!hasPart) return !isAnchored && draft.filled > 2 ? 'line' : 'no-part';
  if (!isAnchored) return 'line';
  const follows = before !== undefined && draft.row === before.lastRow + 1;
  if (follows && table.designators !== null && before.draft.designators !== '') return 'alternate';
  return draft.parts.some(({ mpn }) => looksLikeMpn(mpn)) ? 'line' : 'no-part';
}

function withDesignators(draft: Draft, before: LineDraft | undefined, hasPart: boolean, hasCount: boolean, table: Choice): RowKind {
  const follows = before !== undefined && draft.row === before.lastRow + 1;
  if (!follows) return 'line';
  if (!hasPart && !hasCount && draft.filled === 1 && table.quantity !== null && lacksDesignators(before)) return 'more-designators';
  const isSame = draft.designators === before.draft.designators && draft.quantity === before.draft.quantity;
  const isOther = hasPart && before.draft.parts.length > 0 && draft.parts[0]!.mpn !== before.draft.parts[0]!.mpn;
  return isSame && isOther && draft.fitted === before.draft.fitted ? 'alternate' : 'line';
}

/** True when fewer designators than the quantity were read so far, or the list ends with a comma. */
function lacksDesignators({ draft }: LineDraft): boolean {
  if (/[,;]$/.test(draft.designators)) return true;
  const count = countOf(draft.quantity);
  return count !== null && (expandDesignators(draft.designators)?.length ?? count) < count;
}

/** True for totals, notes and what tools write under a table: `Total: 12.30`, `Component Count: 64`, `# made by …`. */
function isRemark(draft: Draft, cells: readonly string[]): boolean {
  const first = cells.findIndex((cell) => cell !== '');
  const text = cellText(cells, first);
  if (text.startsWith('#') && draft.filled === 1) return true;
  if (draft.filled <= 3 && /[:：]$/.test(text)) return true;
  if (TOTAL.test(text) && draft.parts.length === 0) return true;
  return draft.parts.length === 0 && cells.some((cell) => cell.length < 40 && TOTAL.test(cell.trim()) && draft.filled < 5);
}

/** A line that further rows may still belong to. */
export interface LineDraft {
  readonly draft: Draft;
  readonly lastRow: number;
}

/** The line item that a draft stands for. */
export function lineOf(draft: Draft): LineItem {
  const quantity = draft.quantity === '' ? null : countOf(draft.quantity);
  const note = quantityNote(draft, quantity);
  return {
    row: draft.row,
    designators: draft.designators === '' ? null : detached(draft.designators),
    quantity,
    parts: draft.parts,
    fitted: draft.fitted,
    notes: note === null ? draft.notes : [...draft.notes, note],
  };
}

function quantityNote({ designators, quantity: cell }: Draft, quantity: number | null): string | null {
  if (quantity === null) return cell === '' || isPlaceholder(cell) ? null : `The quantity "${cell}" is no plain number.`;
  if (designators === '') return null;
  const listed = expandDesignators(designators)?.length ?? null;
  if (listed === null || listed === quantity) return null;
  return `The quantity is ${quantity}, but ${listed} ${listed === 1 ? 'designator is' : 'designators are'} listed.`;
}

/** The same draft with the parts of a further row as alternates. */
export function withAlternates(draft: Draft, more: Draft): Draft {
  return { ...draft, parts: withoutRepeats([...draft.parts, ...more.parts]), notes: [...draft.notes, ...more.notes] };
}

/** The same draft with the designators of a further row. */
export function withMoreDesignators(draft: Draft, more: Draft): Draft {
  return { ...draft, designators: `${draft.designators.replace(/[,;\s]+$/, '')}, ${more.designators}` };
}

/** A row that holds a part number where no line can be made of it. */
export function problemOf(draft: Draft): Problem | null {
  const named = draft.parts.filter(({ mpn }) => looksLikeMpn(mpn));
  return named.length === 0 ? null : { row: draft.row, message: `The row names ${named[0]!.mpn}, but is no line of the table.` };
}
