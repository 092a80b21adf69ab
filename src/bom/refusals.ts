import { AuditError } from '../core/errors.ts';
import { type Column, says } from './columns.ts';
import { contentOf } from './doubts.ts';
import { columnLetter } from './rows.ts';

/** A column was asked for that is on no sheet; `columns` are those of the first sheet. */
export function missingColumn(name: string, wanted: string, columns: readonly Column[]): AuditError {
  return new AuditError('input', `${name} has no column "${wanted}"`, {
    hint: columns.length === 0 ? 'It holds no table.' : `It has: ${namesOf(columns)}.`,
  });
}

/** The header row that was asked for is blank or not there. */
export function missingHeader(name: string, row: number): AuditError {
  return new AuditError('input', `${name} has nothing in row ${row}, where the header should be`, {
    hint: 'Rows are counted from 1, as a spreadsheet shows them.',
  });
}

/** There is a header and nothing that could be audited under it. */
export function noLines(name: string, headerRow: number | null): AuditError {
  const where = headerRow === null ? '' : ` under the header in row ${headerRow}`;
  return new AuditError('input', `${name} has no line of parts${where}`, {
    hint: 'If the table is elsewhere, name its header with --header-row, or its sheet with --sheet.',
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

/** Says which columns were seen, and what they hold instead of part numbers. */
export function noPartNumbers(name: string, sheet: string | null, columns: readonly Column[]): AuditError {
  if (columns.length === 0) {
    return new AuditError('input', `${name} holds no table`, { hint: 'Export the BOM again.' });
  }
  const where = sheet === null ? name : `${name}, sheet "${sheet}",`;
  const lying = columns
    .filter((column) => says(column, 'mpn') && column.profile.filled > 0)
    .map((column) => ` "${column.name}" holds ${contentOf(column)}.`);
  return new AuditError(
    'input',
    `${where} has no column of manufacturers' part numbers${insteadOf(columns)}`,
    {
      hint: `It has the columns ${namesOf(columns)}.${lying.join('')} If one of them holds the part numbers, name it with --mpn-column.`,
    },
  );
}

/** The order numbers that the table names, by their looks or by the headers. */
function insteadOf(columns: readonly Column[]): string {
  const ordered = columns.filter(({ profile }) => profile.ordered >= 0.6);
  const distributors = new Set(ordered.flatMap(({ profile }) => profile.distributors));
  if (distributors.size > 0) return `; it names order numbers of ${[...distributors].join(', ')} only`;
  const labelled = columns.filter(
    (column) =>
      column.profile.filled > 0 && (says(column, 'distributor-number') || says(column, 'distributor')),
  );
  if (labelled.length > 0) return `; it names order numbers of distributors only (${namesOf(labelled)})`;
  const own = columns.filter(
    (column) =>
      (says(column, 'own-number') && column.profile.filled > 0) ||
      (says(column, 'mpn') && column.profile.numbering !== null),
  );
  return own.length > 0 ? `; it names a house's own numbers only (${namesOf(own)})` : '';
}

/** A row is wider than any spreadsheet. */
export function tooWide(name: string, row: number, most: number): AuditError {
  return new AuditError('input', `${name}, row ${row}: there are more than ${most} columns`, {
    hint: 'Is it a BOM? Export it again, with its own delimiter.',
  });
}
