import { expect, test } from 'vitest';
import { annotatedNames } from '../../src/app/copy-names.ts';

test.each<[files: string[], names: string[]]>([
  [['main.csv'], ['main.audited.csv']],
  [
    ['a/main.csv', 'b/main.csv', 'c/MAIN.csv'],
    ['main.audited.csv', 'main-2.audited.csv', 'MAIN-3.audited.csv'],
  ],
  [
    ['main.csv', 'main.xlsx'],
    ['main.audited.csv', 'main.audited.xlsx'],
  ],
  [['main.csv', 'main.csv'], ['main.audited.csv']],
  [['-'], ['stdin.audited.csv']],
  [['bom'], ['bom.audited']],
  [['.bom.csv'], ['.bom.audited.csv']],
  [
    ['main-2.csv', 'a/main.csv', 'b/main.csv'],
    ['main-2.audited.csv', 'main.audited.csv', 'main-3.audited.csv'],
  ],
])('the annotated copies of %j are %j', (files, names) => {
  expect([...annotatedNames(files).values()]).toEqual(names);
});
