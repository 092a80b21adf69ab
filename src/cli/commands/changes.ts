import Table from 'cli-table3';
import { AuditError } from '../../core/errors.ts';
import { rank } from '../../core/judge/lifecycle.ts';
import type { Life, LifeChange } from '../../core/judge/memory.ts';
import { jsonText, visible } from '../../report/text.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, changesFlags } from '../options.ts';
import { settingsOf } from '../settings.ts';

/** `bom-audit changes`: how lifecycles changed since a day, over all audits of this database; sends nothing. */
export async function changes(args: ArgsOf<typeof changesFlags>, io: Io): Promise<number> {
  const since = instantOf(args.since);
  const composition = compose(settingsOf(args, io), io);
  try {
    const { history, provider } = composition;
    const found = await history.changes(provider.id, provider.locale, since);
    io.stdout.write(
      args.json ? `${jsonText({ since: args.since, changes: found }, 2)}\n` : text(found, args.since),
    );
    return 0;
  } finally {
    composition.close();
  }
}

/** Midnight, UTC. */
function instantOf(day: string): number {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(day) : Number.NaN;
  if (!Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)) return instant;
  throw new AuditError('usage', `--since takes a day as YYYY-MM-DD, not "${day}"`);
}

function text(found: readonly LifeChange[], since: string): string {
  if (found.length === 0) return `No lifecycle has changed since ${since}.\n`;
  const table = new Table({
    head: ['Seen', '', 'Part', 'Manufacturer', 'Was', 'Is'],
    style: { head: [], border: [], compact: true },
  });
  for (const { at, mpn, manufacturer, from, to } of found)
    table.push([
      at.slice(0, 10),
      trend(from, to),
      visible(mpn),
      visible(manufacturer),
      named(from),
      named(to),
    ]);
  return `${table}\n${found.length === 1 ? '1 change' : `${found.length} changes`} since ${since}.\n`;
}

function trend(from: Life, to: Life): string {
  if (from.lifecycle === 'unknown' || to.lifecycle === 'unknown') return '?';
  const steps = rank(to.lifecycle) - rank(from.lifecycle);
  if (steps === 0) return 'date';
  return steps > 0 ? 'worse' : 'better';
}

function named({ lifecycle, lastBuyDate }: Life): string {
  return lastBuyDate === null ? lifecycle : `${lifecycle} (last buy ${lastBuyDate})`;
}
