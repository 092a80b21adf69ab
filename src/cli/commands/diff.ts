import { withBoms } from '../../app/boms.ts';
import { diffRevisions, type KnownDiff, type KnownPart } from '../../app/diff.ts';
import { expandDesignators } from '../../bom/designators.ts';
import { AuditError } from '../../core/errors.ts';
import { jsonText, visible } from '../../report/text.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, diffFlags } from '../options.ts';
import { bomRequest, judgingOf } from '../requests.ts';
import { settingsOf } from '../settings.ts';

/** `bom-audit diff`: two revisions of a BOM part by part, with the lifecycles that are known; sends nothing. */
export async function diff(args: ArgsOf<typeof diffFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const { before, after } = args;
  if (before === after) throw new AuditError('usage', 'Name two revisions of a BOM: these are one file');
  const composition = compose(settings, io);
  try {
    return await withBoms(bomRequest([before, after], settings, io), async ([old, now]) => {
      const found = await diffRevisions(old!.boms, now!.boms, composition, {
        ...judgingOf(settings),
        expand: expandDesignators,
      });
      io.stdout.write(args.json ? `${jsonText(found, 2)}\n` : text(found));
      return 0;
    });
  } finally {
    composition.close();
  }
}

function text({ added, removed, changed, same }: KnownDiff): string {
  const lines = [
    ...added.map((part) => {
      const instead = part.replaces.length > 0 ? `, in place of ${part.replaces.join(', ')}` : '';
      return `+ ${title(part)}${instead}`;
    }),
    ...removed.map((part) => `- ${title(part)}`),
    ...changed.flatMap(({ to, says }) => [`~ ${title(to)}`, ...says.map((one) => `    ${one}`)]),
    `${added.length} added, ${removed.length} removed, ${changed.length} changed, ${same} the same`,
  ];
  return `${lines.map(visible).join('\n')}\n`;
}

function title({ mpn, manufacturers, quantity, designators, known }: KnownPart): string {
  const maker = manufacturers.length > 0 ? ` of ${manufacturers.join(', ')}` : '';
  const where = designators.length > 0 ? ` at ${designators.join(', ')}` : '';
  const state = mpn === null ? '' : `: ${known ?? 'not in the cache'}`;
  return `${mpn ?? 'lines without a part number'}${maker}, ${quantity ?? '?'} per board${where}${state}`;
}
