import { resolve } from 'node:path';
import { createLookup } from '../../audit/lookup.ts';
import { type Plan, planAudit } from '../../audit/plan.ts';
import type { TableReason } from '../../bom/read.ts';
import type { Settings } from '../../config/config.ts';
import { CONFIG_FILE } from '../../config/files.ts';
import { saveLayouts } from '../../config/layouts.ts';
import type { Bom } from '../../core/line.ts';
import { linesThat } from '../../core/lines.ts';
import type { DayQuota } from '../../ports.ts';
import { jsonText } from '../../report/text.ts';
import { withBoms } from '../boms.ts';
import { type Composition, compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, planFlags } from '../options.ts';
import { rulesOf, settingsOf } from '../settings.ts';
import { columnsShown, costShown } from '../terminal/plan.ts';

/** `bom-audit plan`: what a run would ask and how long it would take; sends nothing. */
export async function plan(args: ArgsOf<typeof planFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const composition = compose(settings, io);
  try {
    return await withBoms(args.bom, settings, io, async (files) => {
      const boms = files.flatMap((file) => file.boms);
      const reasons = files.flatMap((file) => file.reasons);
      const planned = planAudit(
        boms,
        lookupOf(composition, settings),
        settings.matching.manufacturerAliases,
        { refresh: args.refresh, includeNotFitted: settings.bom.includeNotFitted },
      );
      const { day } = composition.limiter.spending();
      const time = duration(planned.requests, day, composition.pace.perMinute);
      const cost = { ...planned, requestsLeftToday: day.remaining, ...time };
      if (args.json) {
        const explained = boms.map((bom, index) => toPlanBom(bom, reasons[index]!));
        io.stdout.write(`${jsonText({ boms: explained, ...cost }, 2)}\n`);
      } else {
        for (const [index, bom] of boms.entries()) io.stdout.write(`${columnsShown(bom, reasons[index]!)}\n`);
        io.stdout.write(costShown(cost));
      }
      if (args.saveColumns) save(resolve(io.folder, args.config ?? CONFIG_FILE), reasons, io);
      return 0;
    });
  } finally {
    composition.close();
  }
}

function lookupOf({ provider, answers, leases, clock }: Composition, settings: Settings) {
  const now = clock.now();
  return createLookup({
    provider,
    answers,
    leases,
    clock,
    rules: rulesOf(settings),
    freshness: { now, began: now, ages: settings.maxAgeDays },
    lifecycleFrom: settings.digikey.lifecycleFrom,
  });
}

/** The first minute's calls go at once; every further minute's worth waits a minute. */
function duration(
  requests: number,
  { remaining, limit }: DayQuota,
  perMinute: number,
): Pick<Plan & { minutes: number; days: number }, 'minutes' | 'days'> {
  const minutes = Math.round((requests / perMinute) * 10) / 10;
  const days = requests === 0 ? 0 : 1 + Math.ceil(Math.max(0, requests - remaining) / limit);
  return { minutes, days };
}

function toPlanBom({ lines, problems, ...bom }: Bom, reason: TableReason) {
  const named = linesThat(lines, ({ parts }) => parts.length > 0);
  const mpns = new Set(named.flatMap(({ parts }) => parts.map(({ mpn }) => mpn.trim().toUpperCase())));
  return {
    ...bom,
    lineItems: lines.length,
    mpnLines: named.length,
    uniqueMpns: mpns.size,
    problems: problems.length,
    why: reason.columns,
  };
}

/** Columns go by their header where that is the only one of its name, else by their number. */
function save(path: string, reasons: readonly TableReason[], io: Io): void {
  const headed = reasons.filter(({ headers }) => headers.length > 0);
  const layouts = headed.map(({ headers, columns }) => {
    const of = (role: string): string[] =>
      columns
        .filter((column) => column.role === role)
        .map(({ name, number }) =>
          headers.filter((header) => header === name).length === 1 ? name : String(number),
        );
    return {
      headers: [...headers],
      mpnColumns: of('mpn'),
      manufacturerColumns: of('manufacturer'),
      quantityColumn: of('quantity')[0] ?? null,
      designatorColumn: of('designators')[0] ?? null,
    };
  });
  saveLayouts(path, layouts);
  io.stderr.write(`Saved in ${path}: files with the same header are read like this from now on.\n`);
}
