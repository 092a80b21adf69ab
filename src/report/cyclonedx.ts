import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import { bomNames } from '../core/bom/names.ts';
import type { AuditReport, ReportBom, ReportPart } from '../core/report/report.ts';
import { digest, partId } from './ids.ts';
import { visible, webAddress } from './text.ts';
import { type Usage, usages } from './usage.ts';

/**
 * CycloneDX 1.6 in JSON: a `device` for each BOM, which depends on a `device` for each part. What the audit found
 * stands in properties named `bom-audit:…`. Nothing is random, so that the same audit gives the same bytes.
 */
export function toCycloneDx(report: AuditReport): string {
  const names = bomNames(report.boms);
  const assemblies = report.boms.map((bom, index) => assemblyOf(bom, names[index] ?? bom.file));
  const parts = report.parts.map((part) => deviceOf(part, names));
  for (const [index, part] of report.parts.entries())
    for (const { bom } of part.uses) assemblies[bom]?.dependencies.add(parts[index]!.bomRef);
  const bom = new Models.Bom({
    components: new Models.ComponentRepository([...assemblies, ...parts]),
    metadata: new Models.Metadata({
      timestamp: new Date(report.asOf),
      tools: new Models.Tools({ tools: new Models.ToolRepository([new Models.Tool(report.tool)]) }),
      properties: propertiesOf([['verdict', report.verdict]]),
    }),
  });
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function assemblyOf(bom: ReportBom, name: string): Models.Component {
  return new Models.Component(Enums.ComponentType.Device, visible(name), {
    bomRef: `bom-${digest(bom.file, bom.sheet ?? '')}`,
    properties: propertiesOf([
      ['file', bom.file],
      ['sheet', bom.sheet],
      ['sha256', bom.sha256],
    ]),
  });
}

function deviceOf(part: ReportPart, names: readonly string[]): Models.Component {
  const { matched } = part;
  const maker = matched?.manufacturer ?? part.manufacturer;
  return new Models.Component(Enums.ComponentType.Device, visible(matched?.mpn ?? part.mpn), {
    bomRef: `part-${partId(part)}`,
    ...(maker === null ? {} : { supplier: new Models.OrganizationalEntity({ name: visible(maker) }) }),
    description: visible(part.reason),
    externalReferences: referencesOf(part),
    properties: propertiesOf([
      ['mpn', part.mpn],
      ['manufacturer', part.manufacturer],
      ['match', part.match],
      ['lifecycle', part.lifecycle],
      ['severity', part.severity],
      ['last-buy-date', matched?.lastBuyDate],
      ['decide-by', part.buy?.decideBy],
      ['quantity-to-buy', part.buy?.quantity],
      ['digikey-part-number', matched?.dkpn],
      ['observed-at', part.observedAt],
      ...usages(part).map((usage) => quantityOf(usage, names)),
    ]),
  });
}

function quantityOf({ bom, quantity, alternate }: Usage, names: readonly string[]): Fact {
  return [alternate ? 'alternate-in' : 'quantity-in', `${names[bom] ?? ''}: ${quantity ?? 'not said'}`];
}

function referencesOf({ matched }: ReportPart): Models.ExternalReferenceRepository {
  const { Website, Documentation } = Enums.ExternalReferenceType;
  const reference = (url: string | null | undefined, type: Enums.ExternalReferenceType) => {
    const address = webAddress(url ?? null);
    return address === null ? [] : [new Models.ExternalReference(address, type)];
  };
  return new Models.ExternalReferenceRepository([
    ...reference(matched?.productUrl, Website),
    ...reference(matched?.datasheetUrl, Documentation),
  ]);
}

type Fact = readonly [name: string, value: string | number | null | undefined];

/** What is not known has no property. */
function propertiesOf(facts: readonly Fact[]): Models.PropertyRepository {
  return new Models.PropertyRepository(
    facts
      .filter(([, value]) => value !== null && value !== undefined)
      .map(([name, value]) => new Models.Property(`bom-audit:${name}`, visible(String(value)))),
  );
}
