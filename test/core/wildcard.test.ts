import { expect, test } from 'vitest';
import { namesFile, wildcard } from '../../src/core/wildcard.ts';

test.each([
  ['LM358*', 'LM358DR', true],
  ['LM358*', 'LM358', true],
  ['LM358*', 'XLM358', false],
  ['*/NOPB', 'LM358/NOPB', true],
  ['A.B', 'AXB', false],
  ['A?B', 'AXB', true],
  ['A?B', 'AB', false],
  ['A+(B)[C]{D}^$|\\', 'A+(B)[C]{D}^$|\\', true],
  ['**', '', true],
])('%s covers %s: %s', (pattern, text, covers) => {
  expect(wildcard(pattern).test(text)).toBe(covers);
});

test.each([
  ['main.csv', 'boards/main.csv', true],
  ['boards/*', 'boards/main.csv', true],
  ['boards/*', './boards/main.csv', true],
  ['*.xlsx', 'boards\\power.xlsx', true],
  ['boards/*', 'main.csv', false],
  ['ain.csv', 'main.csv', false],
])('%s names %s: %s', (pattern, file, names) => {
  expect(namesFile([pattern], file)).toBe(names);
});
