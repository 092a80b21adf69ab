import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { toCycloneDx } from '../../src/report/cyclonedx.ts';
import { aReport } from './build.ts';
import { hostileReport } from './hostile.ts';
import { sampleReport } from './sample.ts';

interface Component {
  readonly name: string;
  readonly type: string;
  readonly 'bom-ref': string;
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

test('golden', async () => {
  await expect(toCycloneDx(sampleReport())).toMatchFileSnapshot(
    '../../fixtures/golden/report/report.cdx.json',
  );
});

test.each([
  ['sample', sampleReport()],
  ['hostile', hostileReport()],
  ['empty', aReport([], { boms: [] })],
])('the %s is valid by the published schema of 1.6, strictly', async (_name, report) => {
  const validator = new Validation.JsonStrictValidator(Spec.Version.v1dot6);
  expect(await validator.validate(toCycloneDx(report))).toBeNull();
});

test('every part is a device that its BOMs depend on, with its last buy as properties', () => {
  const report = sampleReport();
  const { components, dependencies } = JSON.parse(toCycloneDx(report)) as {
    components: readonly Component[];
    dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
  };
  expect(components).toHaveLength(report.parts.length + report.boms.length);
  expect(new Set(components.map(({ type }) => type))).toEqual(new Set(['device']));
  const driver = components.find(({ name }) => name === 'DRV-8825-Q')!;
  const facts = Object.fromEntries(driver.properties.map(({ name, value }) => [name, value]));
  expect(facts).toMatchObject({
    'bom-audit:lifecycle': 'last-buy',
    'bom-audit:last-buy-date': '2026-12-04',
    'bom-audit:decide-by': '2026-11-06',
    'bom-audit:quantity-to-buy': '25000',
  });
  const users = dependencies.filter(({ dependsOn }) => dependsOn?.includes(driver['bom-ref']));
  expect(users).toHaveLength(2);
});
