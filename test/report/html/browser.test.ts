import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toHtml } from '../../../src/report/html/page.tsx';
import { hasBrowser, openBrowser } from '../browser.ts';
import { aLine, aMatch, aPart } from '../build.ts';
import { hostileReport } from '../hostile.ts';
import { sampleReport } from '../sample.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

describe.skipIf(!hasBrowser)('in a browser', { timeout: 60_000 }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  }, 60_000);
  afterAll(() => browser?.close());

  async function show(html: string, options: Parameters<Browser['newPage']>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    await page.route('**/*', (route) =>
      route.request().url() === 'http://report.test/'
        ? route.fulfill({ body: html, contentType: 'text/html; charset=utf-8' })
        : route.abort(),
    );
    await page.goto('http://report.test/');
    return page;
  }

  test.each([
    ['light', 1280, sampleReport()],
    ['dark', 1280, sampleReport()],
    ['light', 390, hostileReport()],
  ] as const)('axe finds nothing to mend, %s, %d wide', async (colorScheme, width, report) => {
    const page = await show(toHtml(report), {
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    await page.addScriptTag({ content: AXE });
    const { violations, passes } = await page.evaluate<AxeResults>('axe.run()');
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual([]);
    expect(passes.length).toBeGreaterThan(15);
    await page.close();
  });

  test.each([390, 1280])('nothing sticks out of a page %d wide', async (width) => {
    const page = await show(toHtml(sampleReport()), { viewport: { width, height: 900 } });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await page.close();
  });

  test('the style alone filters by severity', async () => {
    const page = await show(toHtml(sampleReport()), { javaScriptEnabled: false });
    const rows = page.locator('#lines-table tbody tr');
    expect(await rows.filter({ visible: true }).count()).toBe(30);
    await page.locator('#show-fail').check();
    expect(await rows.filter({ visible: true }).count()).toBe(8);
    expect(await page.locator('#with-script').isVisible()).toBe(false);
    await page.close();
  });

  test('the script searches, chooses a BOM, counts and sorts; the policy lets nothing else in', async () => {
    const page = await show(toHtml(sampleReport()));
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    const rows = page.locator('#lines-table tbody tr');
    await page.locator('#show-warn').check();
    await page.locator('select[name=bom]').selectOption('1');
    await page.locator('input[name=text]').fill('ostrand');
    expect(await page.locator('output').textContent()).toBe('2 of 30 lines shown');
    expect(await rows.filter({ visible: true }).count()).toBe(2);
    await page.locator('#lines-table th [role=button]', { hasText: 'Part' }).click();
    expect(await page.locator('#lines-table tbody tr:visible .mpn').allTextContents()).toEqual([
      'FPX-2.54-10',
      'LM317T',
    ]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  test('on paper, verdict to calendar take two pages at most', async () => {
    const more = Array.from({ length: 12 }, (_, n) =>
      aPart(`OLD-${n}-PART`, {
        severity: 'fail',
        lifecycle: 'obsolete',
        reason: 'Obsolete (last-buy date 2026-07-24): find a replacement.',
        matched: aMatch(`OLD-${n}-PART`, 'Norvik Semiconductor', {
          lastBuyDate: '2026-07-24',
          daysToLastBuy: -120,
        }),
        lines: [aLine(1, 40 + n, `U${n}`)],
      }),
    );
    const sample = sampleReport();
    const page = await show(toHtml({ ...sample, parts: [...more, ...sample.parts] }));
    await page.evaluate(`for (const one of document.querySelectorAll('main > section'))
      if (document.getElementById('calendar').compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING) one.remove()`);
    expect(await page.locator('#calendar').count()).toBe(1);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect([1, 2]).toContain(pdf.match(/\/Type \/Page\b/g)?.length);
    await page.close();
  });
});
