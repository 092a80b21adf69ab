import Table from 'cli-table3';
import { createLookup } from '../../audit/lookup.ts';
import { type Plan, planAudit } from '../../audit/plan.ts';
import type { Bom } from '../../core/line.ts';
import { withBoms } from '../boms.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, readFlags } from '../options.ts';
import { rulesOf, settingsOf } from '../settings.ts';

/** `bom-audit plan`: what a run would ask and how long it would take; sends nothing. */
export async function plan(args: ArgsOf<typeof readFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const composition = compose(settings, io);
  try {
    return await withBoms(args.bom, settings, io, async (files) => {
      const boms = files.flatMap((file) => file.boms);
      const { provider, answers, leases, clock, limiter, pace } = composition;
      const now = clock.now();
      const lookup = createLookup({
        provider,
        answers,
        leases,
        clock,
        rules: rulesOf(settings),
        freshness: { now, began: now, ages: settings.maxAgeDays },
        lifecycleFrom: settings.digikey.lifecycleFrom,
      });
      const planned = planAudit(boms, lookup, settings.matching.manufacturerAliases, args.refresh);
      const left = limiter.spending().day.remaining;
      const cost = { ...planned, requestsLeftToday: left, ...duration(planned.requests, left, pace) };
      io.stdout.write(
        args.json ? `${JSON.stringify({ boms: boms.map(toPlanBom), ...cost }, null, 2)}\n` : text(boms, cost),
      );
      return 0;
    });
  } finally {
    composition.close();
  }
}

type Cost = Plan & { readonly requestsLeftToday: number; readonly minutes: number; readonly days: number };

/** The first minute's calls go at once; every further minute's worth waits a minute. */
function duration(
  requests: number,
  left: number,
  { perMinute, perDay }: { perMinute: number; perDay: number },
): { minutes: number; days: number } {
  const minutes = Math.round((requests / perMinute) * 10) / 10;
  const days = requests === 0 ? 0 : 1 + Math.ceil(Math.max(0, requests - left) / perDay);
  return { minutes, days };
}

function toPlanBom({ lines, problems, ...bom }: Bom) {
  const named = lines.filter(({ parts }) => parts.length > 0);
  const mpns = new Set(named.flatMap(({ parts }) => parts.map(({ mpn }) => mpn.trim().toUpperCase())));
  return {
    ...bom,
    lineItems: lines.length,
    mpnLines: named.length,
    uniqueMpns: mpns.size,
    problems: problems.length,
  };
}

function text(boms: readonly Bom[], cost: Cost): string {
  const table = new Table({
    head: ['BOM', 'Sheet', 'Header', 'Lines', 'MPNs', 'Columns'],
    style: { head: [], border: [] },
  });
  for (const bom of boms) {
    const { mpn, manufacturer, quantity, designators } = bom.columns;
    const columns = [
      `MPN: ${mpn.join(', ')}`,
      `maker: ${manufacturer.join(', ') || '—'}`,
      `quantity: ${quantity ?? '—'}`,
      `designators: ${designators ?? '—'}`,
    ].join('\n');
    const { lineItems, uniqueMpns } = toPlanBom(bom);
    table.push([bom.file, bom.sheet ?? '—', bom.headerRow ?? 'none', lineItems, uniqueMpns, columns]);
  }
  const warnings = boms.flatMap(({ file, warnings }) =>
    warnings.map((warning) => `Note ${file}: ${warning}\n`),
  );
  return `${table}\n${warnings.join('')}${cost.parts} parts: ${cost.fresh} known, ${cost.stale} to ask again, ${cost.missing} new
${cost.requests} calls, of ${cost.requestsLeftToday} left today: ${cost.minutes} minutes${cost.days > 1 ? ` over ${cost.days} days` : ''}
`;
}
