import { join } from 'node:path';
import type { OnEvent } from '../../app/events.ts';
import { type RunOutcome, runAudit } from '../../app/run.ts';
import type { Settings } from '../../config/config.ts';
import type { Verdict } from '../../core/words.ts';
import { toJson } from '../../report/json.ts';
import { visible } from '../../report/text.ts';
import { type Composition, compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, runFlags } from '../options.ts';
import { type RunFlags, runRequest } from '../requests.ts';
import { settingsOf } from '../settings.ts';
import { explain } from '../terminal/explain.ts';
import { createProgress, silent } from '../terminal/progress.ts';
import { tellSource } from '../terminal/source.ts';
import { summary } from '../terminal/summary.ts';

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
  args: RunFlags & Pick<RunArgs, 'json' | 'quiet'>,
  io: Io,
): Promise<number> {
  tellSource(composition.source, io);
  const progress = args.quiet ? silent : createProgress(io.stderr, settings.quota.perMinute);
  const onEvent: OnEvent = (event) => {
    if (event.type === 'notice') io.stderr.write(`bom-audit: ${visible(event.says)}\n`);
    else if (event.type === 'fault') io.stderr.write(`${explain(event.error)}\n`);
    else if (event.type === 'state' && event.state === 'writing') progress.stop();
    else progress.show(event);
  };
  try {
    const outcome = await runAudit(runRequest(args, settings, composition.source, io), composition, {
      signal: io.signal,
      onEvent,
    });
    show(outcome, settings, args, io);
    return EXIT[outcome.report.verdict];
  } finally {
    progress.stop();
  }
}

function show(
  { report, written, stopped }: RunOutcome,
  { out }: Settings,
  { json, quiet }: Pick<RunArgs, 'json' | 'quiet'>,
  { stdout, stderr }: Io,
): void {
  if (json) for (const piece of toJson(report)) stdout.write(piece);
  else if (!quiet)
    stdout.write(
      summary(
        report,
        written.map((name) => join(out, name)),
        stdout,
      ),
    );
  if (stopped) stderr.write(`${explain(stopped)}\n`);
}
