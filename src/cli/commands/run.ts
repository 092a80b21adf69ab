import { join, resolve } from 'node:path';
import { type Audited, audit } from '../../app/audit.ts';
import type { Settings } from '../../config/config.ts';
import type { Verdict } from '../../core/words.ts';
import { prepareFolder } from '../../disk/folder.ts';
import { toJson } from '../../report/json.ts';
import type { BomFile } from '../boms.ts';
import { type Composition, compose } from '../compose.ts';
import { decisionsOf, type GateFlags } from '../decisions.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, runFlags } from '../options.ts';
import { planOutputs } from '../outputs.ts';
import { withUsersBoms } from '../own-outputs.ts';
import { rulesOf, settingsOf } from '../settings.ts';
import { explain } from '../terminal/explain.ts';
import { createProgress, silent } from '../terminal/progress.ts';
import { summary } from '../terminal/summary.ts';
import { version } from '../version.ts';
import { writeOutputs } from '../write.ts';

type RunArgs = ArgsOf<typeof runFlags>;

const EXIT: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, incomplete: 3 };

/** `bom-audit run`: audits, annotates, reports; returns the exit code of the verdict. */
export async function run(args: RunArgs, io: Io): Promise<number> {
  const settings = settingsOf(args, io);
  const composition = compose(settings, io);
  try {
    return await runWith(composition, settings, args, io);
  } finally {
    composition.close();
  }
}

/** The same over parts that are put together already. */
export async function runWith(
  composition: Composition,
  settings: Settings,
  args: Pick<RunArgs, 'bom' | 'offline' | 'refresh' | 'json' | 'quiet'> & GateFlags,
  io: Io,
): Promise<number> {
  const folder = resolve(io.folder, settings.out);
  await prepareFolder(folder);
  return withUsersBoms(args.bom, settings, io, async (files) => {
    const outputs = await planOutputs(files, settings, folder);
    const audited = await auditFiles(files, outputs.copies, composition, settings, args, io);
    const { includeNotFitted } = settings.bom;
    const { report, names } = await writeOutputs(audited, files, outputs, includeNotFitted, io.stderr);
    if (args.json) for (const piece of toJson(report)) io.stdout.write(piece);
    if (!args.quiet && !args.json) {
      const written = names.map((name) => join(settings.out, name));
      io.stdout.write(summary(report, written, io.stdout));
    }
    if (audited.stopped) io.stderr.write(`${explain(audited.stopped)}\n`);
    return EXIT[report.verdict];
  });
}

async function auditFiles(
  files: readonly BomFile[],
  copies: ReadonlyMap<string, string>,
  composition: Composition,
  settings: Settings,
  { offline, refresh, quiet, ...gate }: Pick<RunArgs, 'offline' | 'refresh' | 'quiet'> & GateFlags,
  io: Io,
): Promise<Audited> {
  const progress = quiet ? silent : createProgress(io.stderr, settings.quota.perMinute);
  const { digikey, maxAgeDays, quota } = settings;
  const boms = files.flatMap((file) => file.boms);
  try {
    return await audit(boms, composition, {
      ...decisionsOf(settings, gate, boms, io.folder),
      tool: { name: 'bom-audit', version: version() },
      rules: rulesOf(settings),
      ages: maxAgeDays,
      lifecycleFrom: digikey.lifecycleFrom,
      atOnce: quota.atOnce,
      offline,
      refresh,
      includeNotFitted: settings.bom.includeNotFitted,
      annotated: files.flatMap(({ name, boms }) => boms.map(() => copies.get(name) ?? null)),
      signal: io.signal,
      folder: io.folder,
      onEvent: progress.show,
    });
  } finally {
    progress.stop();
  }
}
