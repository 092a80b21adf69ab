import { createLookup } from '../../audit/lookup.ts';
import { type Assessment, unchecked } from '../../core/assess.ts';
import { AuditError } from '../../core/errors.ts';
import { circumstancesOf } from '../../core/findings.ts';
import { ruleOn } from '../../core/policy.ts';
import { isValid } from '../../core/words.ts';
import { jsonText, visible } from '../../report/text.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, partFlags } from '../options.ts';
import { rulesOf, settingsOf } from '../settings.ts';
import { tellSource } from '../terminal/source.ts';

type PartArgs = ArgsOf<typeof partFlags>;

/** `bom-audit part`: validate, then lifecycle, for one part number, with the reasoning. */
export async function part(args: PartArgs, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const composition = compose(settings, io);
  const { provider, answers, leases, clock } = composition;
  const now = clock.now();
  const rules = rulesOf(settings);
  const ref = { mpn: args.mpn.trim(), manufacturer: args.manufacturer ?? null };
  if (ref.mpn === '') throw new AuditError('usage', 'The part number is empty');
  try {
    tellSource(composition.source, io);
    const lookup = createLookup({
      provider,
      answers,
      leases,
      clock,
      rules,
      freshness: { now, began: now, ages: settings.maxAgeDays },
      lifecycleFrom: settings.digikey.lifecycleFrom,
    });
    const known = lookup.known(ref);
    const assessment = known?.state === 'fresh' && !args.refresh ? known.assessment : await ask();
    const circumstances = circumstancesOf(assessment, new Date(now).toISOString().slice(0, 10));
    const { severity } = ruleOn(assessment.match, circumstances, settings.policy);
    io.stdout.write(args.json ? `${jsonText(toGuide(assessment, severity), 2)}\n` : text(assessment));
    if (assessment.match === 'unchecked') return 3;
    return severity === 'fail' ? 1 : 0;

    async function ask(): Promise<Assessment> {
      if (args.offline) return unchecked(ref, 'offline, and no fresh answer is stored');
      return lookup.ask(ref, io.signal);
    }
  } finally {
    composition.close();
  }
}

/** The names that DigiKey integrators know, beside ours. */
function toGuide(assessment: Assessment, severity: string): object {
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
    severity,
  };
}

function text({
  mpn,
  match,
  lifecycle,
  reason,
  matched,
  conflicts,
  candidates,
  evidence,
  observedAt,
}: Assessment): string {
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
    'Why:',
    ...evidence.map((step) => `  - ${step}`),
    ...(observedAt ? [`  - answered ${observedAt}`] : []),
  ];
  return `${lines.map(visible).join('\n')}\n`;
}
