import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { toJunit } from '../../src/report/junit.ts';
import { aPart, aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

const SCHEMA = readFileSync(fileURLToPath(new URL('junit.xsd', import.meta.url)), 'utf8');

test('golden', async () => {
  await expect(toJunit(sampleReport())).toMatchFileSnapshot('../../fixtures/golden/report/report.junit.xml');
});

test.each([
  ['sample', sampleReport()],
  ['hostile', hostileReport()],
  ['empty', aReport([], { boms: [] })],
])('libxml2 finds the %s valid', async (_name, report) => {
  const { errors } = await validateXML({ xml: toJunit(report), schema: SCHEMA });
  expect(errors.map(({ message }) => message)).toEqual([]);
});

test.each([
  ['pass', [], /<testcase classname="policy" name="verdict" time="0"\/>/],
  ['fail', ['1 part is obsolete'], /<failure message="The policy is not met. 1 part is obsolete"/],
  [
    'incomplete',
    ['1 part is not checked yet'],
    /<error message="Not everything was checked.*not checked yet"/,
  ],
] as const)('a verdict of %s stands first', (verdict, reasons, shown) => {
  const text = toJunit(aReport([aPart('A-1')], { verdict, reasons }));
  expect(text).toMatch(shown);
});

test.each([
  ['ok', {}, null],
  ['fail', {}, 'failure'],
  ['waived', {}, 'skipped'],
  ['warn', {}, 'system-out'],
  ['warn', { match: 'unchecked' }, 'skipped'],
  ['fail', { match: 'unchecked' }, 'failure'],
] as const)('a part at %s %j becomes %s', (severity, overrides, element) => {
  const text = toJunit(aReport([aPart('A-1', { severity, ...overrides })]));
  const body = /name="row 2: A-1[^>]*>\s*<([a-z-]+)/.exec(text)?.[1];
  expect(body).toBe(element ?? undefined);
});

test('the counts are those of the cases', () => {
  const text = toJunit(sampleReport());
  const total = (name: string) => Number(new RegExp(`<testsuites[^>]* ${name}="(\\d+)"`).exec(text)?.[1]);
  expect(total('tests')).toBe(text.match(/<testcase/g)?.length);
  expect(total('failures')).toBe(text.match(/<failure/g)?.length);
  expect(total('errors')).toBe(text.match(/<error/g)?.length);
  expect(total('skipped')).toBe(text.match(/<skipped/g)?.length);
});
