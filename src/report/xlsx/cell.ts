import type ExcelJS from 'exceljs';
import type { Severity } from '../../core/words.ts';
import { clip, visible, webAddress } from '../text.ts';
import { SEVERITY_WORDING } from '../words.ts';

/**
 * What a cell may hold. A formula is ours alone, with the result that it has now: what comes from BOMs and answers
 * never gets into one. `literal` is text that a spreadsheet must not read as anything else,
 * like a part number; a `day` is `YYYY-MM-DD`, an `instant` ISO 8601 in UTC.
 */
export type Cell =
  | string
  | number
  | null
  | { readonly literal: string | null }
  | { readonly day: string | null }
  | { readonly instant: string | null }
  | { readonly severity: Severity | null }
  | { readonly text: string; readonly link: string | null }
  | { readonly share: number }
  | { readonly input: number | null }
  | Formula;

/** Without the equals sign; `result` is what it gives now, a day as `YYYY-MM-DD`, null as an empty text. */
export interface Formula {
  readonly formula: string;
  readonly result: number | string | null;
  readonly as: 'number' | 'day' | 'price';
}

/** Limits of the format. */
const MAX_TEXT = 32_767;
const MAX_ADDRESS = 2_000;

export const FONT = { name: 'Calibri', family: 2, size: 11 } as const;

const BASE: Partial<ExcelJS.Style> = {
  font: FONT,
  alignment: { vertical: 'top', wrapText: true },
  border: { bottom: { style: 'thin', color: { argb: 'FFDCDCD6' } } },
};
const RIGHT = { ...BASE, alignment: { vertical: 'top', horizontal: 'right', indent: 1 } } as const;

/** Whole objects that cells share: the library finds the number of a style by its identity. */
const STYLE = {
  text: BASE,
  literal: { ...BASE, numFmt: '@' },
  link: { ...BASE, numFmt: '@', font: { ...FONT, underline: true, color: { argb: 'FF1D4F91' } } },
  number: { ...RIGHT, numFmt: '#,##0' },
  day: { ...RIGHT, numFmt: 'yyyy-mm-dd' },
  price: { ...RIGHT, numFmt: '#,##0.00##' },
  share: { ...RIGHT, numFmt: '0.##%', ...inked('FFF6F1D8') },
  input: { ...RIGHT, numFmt: '#,##0.####', ...inked('FFF6F1D8') },
  instant: { ...RIGHT, numFmt: 'yyyy-mm-dd hh:mm' },
  fail: mark('FF8A1A15', 'FFF9DEDC'),
  warn: mark('FF6B4200', 'FFFCEBCB'),
  ok: mark('FF17502F', 'FFDDF0E3'),
  waived: mark('FF433F6B', 'FFE6E4F3'),
} as const;

/** Writes a value with its type; what comes from BOMs and answers stays text, whatever it looks like. */
export function put(target: ExcelJS.Cell, cell: Cell): void {
  const { value, style } = encode(cell);
  target.value = value;
  target.style = STYLE[style];
}

interface Encoded {
  readonly value: ExcelJS.CellValue;
  readonly style: keyof typeof STYLE;
}

function encode(cell: Cell): Encoded {
  if (cell === null) return { value: null, style: 'text' };
  if (typeof cell === 'number') return { value: cell, style: 'number' };
  if (typeof cell === 'string') return { value: shown(cell), style: 'text' };
  if ('literal' in cell) return { value: shown(cell.literal), style: 'literal' };
  if ('day' in cell) return { value: moment(cell.day, 'T00:00:00Z'), style: 'day' };
  if ('instant' in cell) return { value: moment(cell.instant), style: 'instant' };
  if ('severity' in cell) return encodeSeverity(cell.severity);
  if ('formula' in cell) return encodeFormula(cell);
  if ('share' in cell) return { value: cell.share, style: 'share' };
  if ('input' in cell) return { value: cell.input, style: 'input' };
  return encodeLink(cell);
}

function encodeSeverity(severity: Severity | null): Encoded {
  if (severity === null) return { value: null, style: 'text' };
  return { value: SEVERITY_WORDING[severity].label, style: severity };
}

function encodeFormula({ formula, result, as }: Formula): Encoded {
  const now = as === 'day' ? moment(String(result ?? ''), 'T00:00:00Z') : result;
  return { value: { formula, result: now ?? '' }, style: as };
}

function encodeLink({ text, link }: { text: string; link: string | null }): Encoded {
  const address = webAddress(link);
  if (address === null || address.length > MAX_ADDRESS) return { value: shown(text), style: 'literal' };
  return { value: { text: shown(text) ?? '', hyperlink: address }, style: 'link' };
}

function shown(text: string | null): string | null {
  return text === null || text === '' ? null : clip(visible(text), MAX_TEXT);
}

/** A date, or the text as it is when it is none. */
function moment(text: string | null, time = ''): Date | string | null {
  if (text === null) return null;
  const date = new Date(text + time);
  return Number.isNaN(date.getTime()) ? shown(text) : date;
}

/** The paper of a cell that a person may change. */
function inked(argb: string): Partial<ExcelJS.Style> {
  return { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb } } };
}

function mark(ink: string, paper: string): Partial<ExcelJS.Style> {
  return {
    ...BASE,
    font: { ...FONT, bold: true, color: { argb: ink } },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: paper } },
  };
}
