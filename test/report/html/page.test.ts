import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/report/html/page.tsx';
import { aLine, aPart, aReport } from '../build.ts';
import { hostileReport } from '../hostile.ts';
import { sampleReport } from '../sample.ts';

const sample = toHtml(sampleReport());
const hostile = toHtml(hostileReport());

test('golden', async () => {
  await expect(sample).toMatchFileSnapshot('../../../fixtures/golden/report/report.html');
});

test('golden of hostile cells', async () => {
  await expect(hostile).toMatchFileSnapshot('../../../fixtures/golden/report/hostile.html');
});

test('the policy allows this style and this script and nothing else', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(sample)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  for (const element of ['style', 'script']) {
    const text = new RegExp(`<${element}>([\\s\\S]*?)</${element}>`).exec(sample)?.[1] ?? '';
    const digest = createHash('sha256').update(text).digest('base64');
    expect(policy).toContain(`${element}-src 'sha256-${digest}'`);
  }
  expect(policy).not.toContain('unsafe');
  expect(sample).not.toMatch(/ style="/);
});

test('the sections stand in their order, and no heading skips a level', () => {
  const headings = [...sample.matchAll(/<h([1-6])[^>]*>(?:<svg.*?<\/svg>)?\s*([^<]*)/g)];
  expect(headings.filter(([, level]) => level !== '3').map(([, , text]) => text)).toEqual([
    'FAIL',
    'Decisions needed',
    'Numbers',
    'What changed',
    'Last-buy calendar',
    'Where used',
    'Could not verify',
    'Waivers',
    'All lines',
    'Method and evidence',
  ]);
  const levels = headings.map(([, level]) => Number(level));
  for (const [at, level] of levels.slice(1).entries())
    expect(level - (levels[at] ?? 0)).toBeLessThanOrEqual(1);
});

describe('hostile cells', () => {
  test('stay text', () => {
    const body = hostile.slice(hostile.indexOf('<body>'));
    expect(body.match(/<script/g)).toHaveLength(1);
    expect(body).not.toMatch(/<(img|b>bold|h1>1)/);
    expect(body).toContain('&lt;script>alert(1)');
  });

  test('make no link but to the web', () => {
    for (const [, address] of hostile.matchAll(/href="([^"]*)"/g))
      expect(address).toMatch(/^(https?:\/\/|#i-)/);
  });

  test('show what cannot be seen', () => {
    expect(hostile).toContain('AB␀C⟨U+202E⟩DE⟨U+D800⟩⟨U+FFFF⟩');
    expect(hostile.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}]/u);
  });
});

test.each([
  ['pass', 'PASS', 'The policy is met.'],
  ['incomplete', 'INCOMPLETE', 'This is not a pass'],
] as const)('verdict %s', (verdict, word, sentence) => {
  const page = toHtml(aReport([aPart('A-1')], { verdict }));
  expect(page).toMatch(new RegExp(`<h1>.*?</svg> ${word}</h1>`));
  expect(page).toContain(sentence);
  expect(page).toContain('No part whose lifecycle is known needs a decision.');
});

test('a report without anything in it is a whole page', () => {
  expect(toHtml(aReport([], { boms: [] }))).toContain('</html>');
});

test('without the script every filter of the style counts what it shows', () => {
  const chips = [...sample.matchAll(/id="show-(\w+)"[^>]*>\s*[\w ]+? <b>(\d+)<\/b>/g)];
  expect(chips.map(([, kind]) => kind)).toEqual(['all', 'fail', 'warn', 'ok', 'waived', 'unjudged']);
  const table = sample.slice(sample.indexOf('id="lines-table"'));
  for (const [, kind, count] of chips.slice(1)) {
    expect(table.match(new RegExp(`<tr class="${kind}"`, 'g'))).toHaveLength(Number(count));
    expect(sample).toContain(`:has(#show-${kind}:checked) tbody tr:not(.${kind})`);
  }
});

test('what is too much for a page is counted and pointed to', () => {
  const lines = Array.from({ length: 5200 }, (_, n) => aLine(0, n + 2, `R${n}`));
  const parts = Array.from({ length: 1100 }, (_, n) =>
    aPart(`P-${n}`, { severity: 'fail', lifecycle: 'eol', lines: [] }),
  );
  const page = toHtml(aReport([...parts, aPart('A-1', { lines })], { verdict: 'fail' }));
  expect(page).toContain('Shown are the first 5,000 of 5,200.');
  expect(page).toContain('Shown are the first 1,000 of 1,100.');
});
