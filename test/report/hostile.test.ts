import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { toCsv } from '../../src/report/csv.ts';
import { toCycloneDx } from '../../src/report/cyclonedx.ts';
import { toHtml } from '../../src/report/html/page.tsx';
import { toIcs } from '../../src/report/ics.ts';
import { toJson } from '../../src/report/json.ts';
import { toJunit } from '../../src/report/junit.ts';
import { toMarkdown } from '../../src/report/md.ts';
import { toSarif } from '../../src/report/sarif.ts';
import { hostileReport } from './hostile.ts';
import { cellsOf, open } from './xlsx/open.ts';

const report = hostileReport();
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** Texts that a reader of the format gets to see, and the addresses that it may follow. */
const read: Readonly<Record<string, () => Promise<{ texts: readonly string[]; links: readonly string[] }>>> =
  {
    html: async () => {
      const page = toHtml(report);
      const links = [...page.matchAll(/(?:href|src)="(?!#)([^"]*)"/g)].map(([, address]) => address ?? '');
      return { texts: page.slice(page.indexOf('<body>'), page.lastIndexOf('<script>')).split('\n'), links };
    },
    csv: async () => ({ texts: [...toCsv(report)].join('').slice(1).split('\n'), links: [] }),
    json: async () => ({ texts: [...toJson(report)].join('').split('\n'), links: [] }),
    md: async () => ({ texts: toMarkdown(report).replaceAll('\u200b', '').split('\n'), links: [] }),
    xlsx: async () => {
      const cells = cellsOf(await open(report)).map(({ cell }) => cell);
      return { texts: cells.map((cell) => cell.text), links: cells.flatMap((cell) => cell.hyperlink ?? []) };
    },
    ics: async () => {
      const events = new ICAL.Component(ICAL.parse(toIcs(report))).getAllSubcomponents('vevent');
      return {
        texts: events.flatMap((event) =>
          ['summary', 'description'].flatMap((name) => String(event.getFirstPropertyValue(name)).split('\n')),
        ),
        links: events.flatMap((event) => event.getFirstPropertyValue('url') ?? []).map(String),
      };
    },
    sarif: async () => ({ texts: stringsIn(JSON.parse(toSarif(report))), links: [] }),
    junit: async () => ({ texts: toJunit(report).split('\n'), links: [] }),
    cyclonedx: async () => {
      const texts = stringsIn(JSON.parse(toCycloneDx(report)));
      return { texts, links: texts.filter((text) => /^\w+:\/\//.test(text)) };
    },
  };

test.each(Object.keys(read))('%s: nothing is invisible, and links lead to the web', async (format) => {
  const { texts, links } = await read[format]!();
  expect(texts.join(' ')).toContain('=HYPERLINK');
  for (const text of texts) expect(text).not.toMatch(INVISIBLE);
  for (const link of links) expect(link).toMatch(/^https?:\/\//);
});

test('html and junit: no markup of a cell is an element', () => {
  expect(toHtml(report)).not.toMatch(/<(img|h1>1|b>bold|svg onload)/);
  expect(toJunit(report)).not.toMatch(/<(script|img|h1|b)\b/);
});

test('csv and xlsx: no cell is a formula', async () => {
  const rows: string[][] = parse([...toCsv(report)].join(''), { bom: true });
  for (const text of rows.flat()) expect(text).not.toMatch(/^[=+@\t\r]|^-(?!\d+$)/);
  const texts = [
    report.parts.map(({ mpn }) => mpn),
    report.parts.map(({ manufacturer }) => manufacturer),
  ].flat();
  for (const { sheet, cell } of cellsOf(await open(report))) {
    if (cell.formula === undefined) continue;
    expect(['Last buy', 'Demand']).toContain(sheet);
    for (const text of texts) expect(cell.formula).not.toContain(text);
  }
});

test('ics and junit: a line break in a cell begins no line of its own', () => {
  expect(toIcs(report).match(/^BEGIN:VEVENT/gm)).toHaveLength(3);
  expect(toIcs(report)).not.toMatch(/^(ATTENDEE|X-EVIL)/m);
  expect(toJunit(report)).not.toMatch(/^(ATTENDEE|X-EVIL|::error)/m);
});

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}
