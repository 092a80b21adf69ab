import { createLookup } from '../../audit/lookup.ts';
import { expandDesignators } from '../../bom/designators.ts';
import { type BomDiff, type BomPart, diffBoms } from '../../core/diff.ts';
import { AuditError } from '../../core/errors.ts';
import { isValid } from '../../core/words.ts';
import { jsonText, visible } from '../../report/text.ts';
import { type BomFile, withBoms } from '../boms.ts';
import { type Composition, compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, diffFlags } from '../options.ts';
import { rulesOf, settingsOf } from '../settings.ts';

/** What the store knows of a part: its lifecycle, else its match, else that it was never asked. */
type Known = (part: BomPart) => string | null;

/** `bom-audit diff`: two revisions of a BOM part by part, with the lifecycles that are known; sends nothing. */
export async function diff(args: ArgsOf<typeof diffFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const { before, after } = args;
  if (before === after) throw new AuditError('usage', 'Name two revisions of a BOM: these are one file');
  const composition = compose(settings, io);
  try {
    return await withBoms([before, after], settings, io, async (files) => {
      const [old, now] = files.map(linesOf);
      const found = diffBoms(old!, now!, expandDesignators);
      const known = knowledge(composition, settings, io.clock.now());
      io.stdout.write(args.json ? `${jsonText(withLifecycles(found, known), 2)}\n` : text(found, known));
      return 0;
    });
  } finally {
    composition.close();
  }
}

function linesOf({ boms }: BomFile) {
  return boms.flatMap(({ lines }) => [...lines]);
}

function knowledge(
  { provider, answers, leases, clock }: Composition,
  settings: ReturnType<typeof settingsOf>,
  now: number,
): Known {
  const rules = rulesOf(settings);
  const freshness = { now, began: now, ages: settings.maxAgeDays };
  const { lifecycleFrom } = settings.digikey;
  const lookup = createLookup({ provider, answers, leases, clock, rules, freshness, lifecycleFrom });
  return ({ mpn, manufacturers }) => {
    if (mpn === null) return null;
    const ref = { mpn, manufacturer: manufacturers[0] ?? null };
    const known = lookup.known(ref);
    if (!known) return null;
    const { match, lifecycle } = known.assessment;
    return isValid(match) ? lifecycle : match;
  };
}

/** The lifecycle of each part beside it; null where nothing is stored. */
function withLifecycles({ added, removed, changed, same }: BomDiff, known: Known): object {
  const told = <P extends BomPart>(part: P) => ({ ...part, known: known(part) });
  return {
    added: added.map(told),
    removed: removed.map(told),
    changed: changed.map(({ from, to, says }) => ({ from, to: told(to), says })),
    same,
  };
}

function text({ added, removed, changed, same }: BomDiff, known: Known): string {
  const lines = [
    ...added.map((part) => {
      const instead = part.replaces.length > 0 ? `, in place of ${part.replaces.join(', ')}` : '';
      return `+ ${title(part, known)}${instead}`;
    }),
    ...removed.map((part) => `- ${title(part, known)}`),
    ...changed.flatMap(({ to, says }) => [`~ ${title(to, known)}`, ...says.map((one) => `    ${one}`)]),
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same`,
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function title(part: BomPart, known: Known): string {
  const { mpn, manufacturers, quantity, designators } = part;
  const maker = manufacturers.length > 0 ? ` of ${manufacturers.join(', ')}` : '';
  const where = designators.length > 0 ? ` at ${designators.join(', ')}` : '';
  const state = mpn === null ? '' : `: ${known(part) ?? 'not in the cache'}`;
  return `${mpn ?? 'lines without a part number'}${maker}, ${quantity ?? '?'} per board${where}${state}`;
}
