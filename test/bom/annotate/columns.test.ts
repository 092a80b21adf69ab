import { describe, expect, test } from 'vitest';
import { findByContent, findByHeader, NOT_FOUND, placeColumns } from '../../../src/bom/annotate/columns.ts';
import { AUDIT_COLUMNS } from '../../../src/core/report/audit-columns.ts';

const range = (from: number) => AUDIT_COLUMNS.map((_, index) => from + index);

describe('the places of the audit columns', () => {
  test('are at the right end of a table that has none', () => {
    expect(placeColumns(NOT_FOUND, 4)).toEqual(range(4));
  });

  test('are where the header names them, the missing ones at the right end', () => {
    const found = findByHeader(['MPN', ' Audit Match', 'Audit Lifecycle', 'audit note', 'Mine']);
    expect(placeColumns(found, 5)).toEqual([2, 1, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
  });

  test.each([
    [['A1', 'active', 'exact', ''], range(1)],
    [['active', 'A1', 'obsolete', 'near'], range(2)],
    [['active', 'A1', 'exact'], null],
    [[], null],
  ])('are known by their words where there is no header: %j', (row, expected) => {
    expect(findByContent(row)).toEqual(expected);
  });
});
