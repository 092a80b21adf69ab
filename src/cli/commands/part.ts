import { type AuditedPart, auditPart } from '../../app/part.ts';
import { AuditError } from '../../core/errors.ts';
import { isValid } from '../../core/words.ts';
import { jsonText, visible } from '../../report/text.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, partFlags } from '../options.ts';
import { judgingOf } from '../requests.ts';
import { settingsOf } from '../settings.ts';
import { tellSource } from '../terminal/source.ts';

/** `bom-audit part`: validate, then lifecycle, for one part number, with the reasoning. */
export async function part(args: ArgsOf<typeof partFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const ref = { mpn: args.mpn.trim(), manufacturer: args.manufacturer ?? null };
  if (ref.mpn === '') throw new AuditError('usage', 'The part number is empty');
  const composition = compose(settings, io);
  try {
    tellSource(composition.source, io);
    const audited = await auditPart(ref, composition, {
      ...judgingOf(settings),
      policy: settings.policy,
      waivers: settings.waivers,
      offline: args.offline,
      refresh: args.refresh,
      signal: io.signal,
    });
    io.stdout.write(args.json ? `${jsonText(toGuide(audited), 2)}\n` : text(audited));
    return exitCode(audited);
  } finally {
    composition.close();
  }
}

function exitCode({ assessment, severity, waiver }: AuditedPart): number {
  if (assessment.match === 'unchecked') return 3;
  return severity === 'fail' && waiver === null ? 1 : 0;
}

/** The names that DigiKey integrators know, beside ours. */
function toGuide({ assessment, severity, waiver }: AuditedPart): object {
  const { matched } = assessment;
  return {
    valid: isValid(assessment.match),
    canonicalMpn: matched?.mpn ?? null,
    endOfLife: matched?.endOfLife ?? null,
    discontinued: matched?.discontinued ?? null,
    normallyStocking: matched?.normallyStocking ?? null,
    lastBuyChance: matched?.lastBuyDate ?? null,
    quantityAvailable: matched?.quantityAvailable ?? null,
    leadWeeks: matched?.leadWeeks ?? null,
    dkpn: matched?.dkpn ?? null,
    productUrl: matched?.productUrl ?? null,
    datasheetUrl: matched?.datasheetUrl ?? null,
    ...assessment,
    manufacturer: matched?.manufacturer ?? assessment.manufacturer,
    severity: waiver === null ? severity : 'waived',
    waiver,
  };
}

function text({ assessment, waiver }: AuditedPart): string {
  const { mpn, match, lifecycle, reason, matched, conflicts, candidates, evidence, observedAt } = assessment;
  const lines = [
    `${mpn}: ${isValid(match) ? lifecycle : match}`,
    `  ${reason}`,
    ...(matched
      ? [
          `  ${matched.mpn} of ${matched.manufacturer}${matched.dkpn ? `, DigiKey ${matched.dkpn}` : ''}`,
          `  stock ${matched.quantityAvailable ?? '?'} (${matched.marketplaceQuantity} at marketplace sellers), lead ${matched.leadWeeks ?? '?'} weeks`,
          ...(matched.productUrl ? [`  ${matched.productUrl}`] : []),
        ]
      : []),
    ...conflicts.map((conflict) => `  ! ${conflict}`),
    ...candidates.map(
      (one) => `  ? ${one.mpn} of ${one.manufacturer}: ${one.lifecycle}${one.why ? ` (${one.why})` : ''}`,
    ),
    ...(waiver ? [`  Waived by ${waiver.owner} until ${waiver.until}: ${waiver.reason}`] : []),
    'Why:',
    ...evidence.map((step) => `  - ${step}`),
    ...(observedAt ? [`  - answered ${observedAt}`] : []),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}
