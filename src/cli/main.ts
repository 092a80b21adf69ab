import yargs from 'yargs';
import { AuditError, type FaultCode } from '../core/errors.ts';
import type { Io } from './io.ts';
import {
  changesFlags,
  demoFlags,
  diffFlags,
  emulatorFlags,
  loginFlags,
  logoutFlags,
  partFlags,
  planFlags,
  runFlags,
  spelledOut,
} from './options.ts';
import { explain } from './terminal/explain.ts';
import { screen } from './terminal/screen.ts';
import { version } from './version.ts';

/** Which fault ends in which exit code; findings are 1, and anything that is no `AuditError` is a bug: 70. */
const EXIT_CODES: Readonly<Record<FaultCode, number>> = {
  usage: 2,
  config: 2,
  input: 2,
  output: 2,
  auth: 2,
  store: 2,
  quota: 3,
  provider: 3,
  outage: 3,
  stopped: 3,
};

/** Runs one command line and returns its exit code; never throws, never exits the process. */
export async function main(argv: readonly string[], world: Io): Promise<number> {
  const { env } = world;
  const io = { ...world, stdout: screen(world.stdout, env, true), stderr: screen(world.stderr, env, false) };
  try {
    return await dispatch(argv, io);
  } catch (error) {
    const fault = isInterruption(error, io) ? interrupted() : error;
    if (fault instanceof AuditError) {
      io.stderr.write(`${explain(fault)}\n`);
      return EXIT_CODES[fault.code];
    }
    io.stderr.write(`This is a bug in bom-audit; please report it with what follows.\n${stackOf(error)}\n`);
    return 70;
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  let exitCode = 0;
  const runs = (command: () => Promise<number>) => async (): Promise<void> => {
    exitCode = await command();
  };
  const cli = yargs()
    .scriptName('bom-audit')
    .usage('$0 <command>\n\nTells which parts of your bills of materials are going away.')
    .version(version())
    .strict()
    .demandCommand(1, 'Name a command.')
    .recommendCommands()
    .wrap(Math.min(100, io.stdout.columns ?? 100))
    .exitProcess(false)
    .fail((message, error) => {
      throw (
        error ?? new AuditError('usage', message, { hint: 'bom-audit --help lists the commands and flags.' })
      );
    })
    .command(
      'run <bom...>',
      'Audit BOMs: an annotated copy of each, and one report over all',
      runFlags,
      (args) => runs(async () => (await import('./commands/run.ts')).run(args, io))(),
    )
    .command('plan <bom...>', 'Say what a run would do and cost; sends nothing', planFlags, (args) =>
      runs(async () => (await import('./commands/plan.ts')).plan(args, io))(),
    )
    .command('part <mpn>', 'Validate one part number and tell its lifecycle', partFlags, (args) =>
      runs(async () => (await import('./commands/part.ts')).part(args, io))(),
    )
    .command('changes', 'Show how lifecycles changed since a day; sends nothing', changesFlags, (args) =>
      runs(async () => (await import('./commands/changes.ts')).changes(args, io))(),
    )
    .command(
      'diff <before> <after>',
      'Compare two revisions of a BOM, with the lifecycles that are known; sends nothing',
      diffFlags,
      (args) => runs(async () => (await import('./commands/diff.ts')).diff(args, io))(),
    )
    .command(
      'login',
      'Log in to DigiKey in a browser; audits need it only where your app does',
      loginFlags,
      (args) => runs(async () => (await import('./commands/login.ts')).login(args, io))(),
    )
    .command('logout', 'Forget the stored login', logoutFlags, (args) =>
      runs(async () => (await import('./commands/logout.ts')).logout(args, io))(),
    )
    .command('emulator', 'DigiKey on this machine, with made-up data', emulatorFlags, (args) =>
      runs(async () => (await import('./commands/emulator.ts')).emulator(args, io))(),
    )
    .command('demo', 'Audit two sample BOMs against the emulator', demoFlags, (args) =>
      runs(async () => (await import('./commands/demo.ts')).demo(args, io))(),
    );
  await cli.parseAsync(spelledOut(argv), {}, (_error, _args, output) => {
    if (output) io.stdout.write(`${output}\n`);
  });
  return exitCode;
}

/** True for what a wait or a call throws that the person has ended. */
function isInterruption(error: unknown, { signal }: Io): boolean {
  return signal.aborted && error instanceof Error && error.name === 'AbortError';
}

function interrupted(): AuditError {
  return new AuditError('stopped', 'Interrupted before there was an answer', {
    hint: 'Run the same command again.',
  });
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
