import { resolve } from 'node:path';
import { withUsersBoms } from '../../app/own-outputs.ts';
import { planAudit } from '../../app/plan.ts';
import type { TableReason } from '../../bom/read.ts';
import { CONFIG_FILE } from '../../config/files.ts';
import { saveLayouts } from '../../config/layouts.ts';
import type { Bom } from '../../core/bom/line.ts';
import { linesThat } from '../../core/bom/packed-lines.ts';
import { jsonText, visible } from '../../report/text.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, planFlags } from '../options.ts';
import { bomRequest, judgingOf } from '../requests.ts';
import { settingsOf } from '../settings.ts';
import { columnsShown, costShown } from '../terminal/plan.ts';

/** `bom-audit plan`: what a run would ask and how long it would take; sends nothing. */
export async function plan(args: ArgsOf<typeof planFlags>, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const composition = compose(settings, io);
  const tell = (says: string) => io.stderr.write(`bom-audit: ${visible(says)}\n`);
  try {
    return await withUsersBoms(
      bomRequest(args.bom, settings, io),
      (event) => event.type === 'notice' && tell(event.says),
      async (files) => {
        const boms = files.flatMap((file) => file.boms);
        const reasons = files.flatMap((file) => file.reasons);
        const { refresh } = args;
        const { perMinute } = composition.pace;
        const cost = await planAudit(boms, composition, { ...judgingOf(settings), perMinute, refresh });
        if (args.json) {
          const explained = boms.map((bom, index) => toPlanBom(bom, reasons[index]!));
          io.stdout.write(`${jsonText({ boms: explained, ...cost }, 2)}\n`);
        } else {
          for (const [index, bom] of boms.entries())
            io.stdout.write(`${columnsShown(bom, reasons[index]!)}\n`);
          io.stdout.write(costShown(cost));
        }
        if (args.saveColumns) save(resolve(io.folder, args.config ?? CONFIG_FILE), reasons, io);
        return 0;
      },
    );
  } finally {
    composition.close();
  }
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
