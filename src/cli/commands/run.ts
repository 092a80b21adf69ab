import { join, resolve } from 'node:path';
import { annotations } from '../../audit/annotations.ts';
import { type Audited, audit } from '../../audit/audit.ts';
import { annotatedNames } from '../../audit/outputs.ts';
import { annotateFile } from '../../bom/annotate/annotate.ts';
import { refuseChanged } from '../../bom/hash.ts';
import type { Settings } from '../../config/config.ts';
import type { TableAnnotation } from '../../core/annotation.ts';
import { FILE_NAMES } from '../../core/report.ts';
import type { Verdict } from '../../core/words.ts';
import { toJson } from '../../report/json.ts';
import { prepareOutput, writeReports } from '../../report/write.ts';
import { type BomFile, withBoms } from '../boms.ts';
import { type Composition, compose } from '../compose.ts';
import { decisionsOf, type GateFlags } from '../decisions.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, runFlags } from '../options.ts';
import { rulesOf, settingsOf } from '../settings.ts';
import { explain } from '../terminal/explain.ts';
import { createProgress, silent } from '../terminal/progress.ts';
import { tellSource } from '../terminal/source.ts';
import { summary } from '../terminal/summary.ts';
import { version } from '../version.ts';

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
  tellSource(composition.source, io);
  const out = resolve(io.folder, settings.out);
  await prepareOutput(out);
  return withBoms(args.bom, settings, io, async (files) => {
    const names = annotatedNames(files.map(({ name }) => name));
    const audited = await auditFiles(files, names, composition, settings, args, io);
    for (const { path, boms } of files) await refuseChanged(path, boms[0]!);
    await annotateFiles(files, names, audited, settings, out);
    await writeReports(audited.report, settings.formats, out);
    audited.keep();
    if (args.json) for (const piece of toJson(audited.report)) io.stdout.write(piece);
    if (!args.quiet && !args.json) {
      const written = [...names.values(), ...settings.formats.map((format) => FILE_NAMES[format])];
      io.stdout.write(
        summary(
          audited.report,
          written.map((name) => join(settings.out, name)),
          io.stdout,
        ),
      );
    }
    if (audited.stopped) io.stderr.write(`${explain(audited.stopped)}\n`);
    return EXIT[audited.report.verdict];
  });
}

async function auditFiles(
  files: readonly BomFile[],
  names: ReadonlyMap<string, string>,
  composition: Composition,
  settings: Settings,
  { offline, refresh, quiet, ...gate }: Pick<RunArgs, 'offline' | 'refresh' | 'quiet'> & GateFlags,
  io: Io,
): Promise<Audited> {
  const progress = quiet ? silent : createProgress(io.stderr, composition.limiter, settings.quota.perMinute);
  const { digikey, maxAgeDays, quota } = settings;
  const boms = files.flatMap((file) => file.boms);
  try {
    return await audit(boms, composition, {
      ...decisionsOf(settings, gate, boms, io.folder),
      tool: { name: 'bom-audit', version: version() },
      sources: [composition.source],
      rules: rulesOf(settings),
      ages: maxAgeDays,
      lifecycleFrom: digikey.lifecycleFrom,
      atOnce: quota.atOnce,
      offline,
      refresh,
      includeNotFitted: settings.bom.includeNotFitted,
      annotated: files.flatMap(({ name, boms }) => boms.map(() => names.get(name) ?? null)),
      signal: io.signal,
      onProgress: progress.update,
    });
  } finally {
    progress.stop();
  }
}

async function annotateFiles(
  files: readonly BomFile[],
  names: ReadonlyMap<string, string>,
  { parts }: Audited,
  { bom }: Settings,
  out: string,
): Promise<void> {
  const tables = annotations(
    files.flatMap(({ boms }) => boms),
    parts,
    bom.includeNotFitted,
  );
  let next = 0;
  for (const { name, path, boms } of files) {
    const own: readonly TableAnnotation[] = tables.slice(next, next + boms.length);
    next += boms.length;
    const target = join(out, names.get(name)!);
    await annotateFile(path, target, own, boms[0]?.encoding ?? undefined);
  }
}
