import type { ArgumentsCamelCase, Argv } from 'yargs';
import { LOG_LEVELS } from '../config/config.ts';
import { FORMATS } from '../core/report/report.ts';

/** `html,json` and `--formats html --formats json` alike. */
const list = (values: unknown): string[] | undefined =>
  values === undefined
    ? undefined
    : [values]
        .flat()
        .flatMap((value) => String(value).split(','))
        .map((word) => word.trim())
        .filter(Boolean);

/** yargs drops a bare `-` from a list of positionals, so that it travels under another name. */
const STANDARD_INPUT = '<standard input>';

/** The arguments as yargs takes them. */
export function spelledOut(argv: readonly string[]): string[] {
  return argv.map((argument) => (argument === '-' ? STANDARD_INPUT : argument));
}

/** Flags that say where settings and answers come from. */
function storeFlags<T>(cli: Argv<T>) {
  return accountFlags(cli)
    .option('offline', { type: 'boolean', default: false, describe: 'Use stored answers only' })
    .option('refresh', { type: 'boolean', default: false, describe: 'Ask again whatever the age' })
    .option('max-age', { type: 'number', describe: 'Believe answers for so many days' })
    .check(({ 'max-age': days }) => {
      if (days !== undefined && !(Number(days) >= 0)) throw new Error('--max-age takes a number of days.');
      return true;
    });
}

/** Flags about what is told of single calls, on standard error. */
function logFlags<T>(cli: Argv<T>) {
  return cli
    .option('log-level', { choices: LOG_LEVELS, default: 'warn' as const, describe: 'debug tells each call' })
    .option('log-json', {
      type: 'boolean',
      default: false,
      describe: 'Log one JSON object a line, as where no terminal watches',
    });
}

/** Flags about the BOMs themselves. */
function bomFlags<T>(cli: Argv<T>) {
  return columnFlags(
    cli.positional('bom', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: 'CSV or XLSX files; - is CSV on standard input',
      coerce: (names: string[]) => names.map((name) => (name === STANDARD_INPUT ? '-' : name)),
    }),
  );
}

/** Flags that say where the parts of a BOM are, where that is not found by itself. */
function columnFlags<T>(cli: Argv<T>) {
  return cli
    .option('sheet', { type: 'string', describe: 'The sheet with the BOM' })
    .option('header-row', { type: 'number', describe: 'The row of the column names, from 1' })
    .option('mpn-column', { coerce: list, describe: 'Column of part numbers: name, letter or number' })
    .option('manufacturer-column', { coerce: list, describe: 'Column of manufacturers' })
    .option('quantity-column', { type: 'string', describe: 'Column of quantities' })
    .option('designator-column', { type: 'string', describe: 'Column of designators' })
    .option('encoding', { type: 'string', describe: 'Encoding of a text file, for instance windows-1252' });
}

/** Flags of commands that read BOMs and look at what is stored. */
function readFlags<T>(cli: Argv<T>) {
  return storeFlags(bomFlags(cli)).option('json', {
    type: 'boolean',
    default: false,
    describe: 'Print JSON, and nothing else, on standard output',
  });
}

/** Flags of `plan`. */
export function planFlags<T>(cli: Argv<T>) {
  return readFlags(cli).option('save-columns', {
    type: 'boolean',
    default: false,
    describe: 'Keep the columns in the config file, for all files with the same header',
  });
}

/** Flags that say what an audit is judged by, beside the policy of the config. */
function gateFlags<T>(cli: Argv<T>) {
  return cli
    .option('fail-on', { coerce: list, describe: 'Words that fail the audit, for instance obsolete,eol' })
    .option('only-new', {
      type: 'boolean',
      default: false,
      describe: 'Fail only on what is introduced or worse since the baseline',
    })
    .option('baseline', {
      type: 'string',
      describe: 'The report.json to compare with (default: the last complete audit of the same BOMs)',
    })
    .option('boards-per-year', { type: 'number', describe: 'Boards built in a year, for last buys' })
    .option('substitutes', {
      type: 'boolean',
      default: false,
      describe: "Look for DigiKey's substitutes of parts at risk; costs calls",
    });
}

/** Flags of an audit. */
export function runFlags<T>(cli: Argv<T>) {
  return gateFlags(logFlags(readFlags(cli)))
    .option('budget', { type: 'number', describe: 'Send at most so many calls' })
    .option('out', { type: 'string', describe: 'Output folder (default: audit-out)' })
    .option('formats', { coerce: list, describe: `Reports to write, of ${FORMATS.join(',')}` })
    .option('quiet', { type: 'boolean', default: false, describe: 'No progress and no summary' });
}

/** Flags of `part`. */
export function partFlags<T>(cli: Argv<T>) {
  return logFlags(
    storeFlags(
      cli.positional('mpn', {
        type: 'string',
        demandOption: true,
        describe: "The manufacturer's part number",
      }),
    ),
  )
    .option('manufacturer', { type: 'string', describe: 'Who makes it' })
    .option('json', { type: 'boolean', default: false, describe: 'Print JSON on standard output' });
}

/** Flags of `changes`. */
export function changesFlags<T>(cli: Argv<T>) {
  return accountFlags(cli)
    .option('since', { type: 'string', demandOption: true, describe: 'The first day, as YYYY-MM-DD' })
    .option('json', { type: 'boolean', default: false, describe: 'Print JSON on standard output' });
}

/** Flags of `diff`. */
export function diffFlags<T>(cli: Argv<T>) {
  return columnFlags(
    accountFlags(cli)
      .positional('before', { type: 'string', demandOption: true, describe: 'The older revision' })
      .positional('after', { type: 'string', demandOption: true, describe: 'The newer revision' }),
  ).option('json', { type: 'boolean', default: false, describe: 'Print JSON on standard output' });
}

/** Flags of `emulator`. */
export function emulatorFlags<T>(cli: Argv<T>) {
  return cli
    .option('port', { type: 'number', default: 0, describe: 'Port on 127.0.0.1 (default: any free one)' })
    .option('catalogue', { type: 'string', describe: 'Catalogue file of your own' });
}

/** Flags of `demo`. */
export function demoFlags<T>(cli: Argv<T>) {
  return cli
    .option('out', { type: 'string', default: 'audit-out', describe: 'Output folder' })
    .option('quiet', { type: 'boolean', default: false, describe: 'No progress and no summary' });
}

/** Flags that say whose settings and database are meant. */
function accountFlags<T>(cli: Argv<T>) {
  return cli
    .option('config', { type: 'string', describe: 'Config file (audit.config.json if there)' })
    .option('db', { type: 'string', describe: 'Database file (default: your own, shared by all runs)' });
}

/** Flags of `login`. */
export function loginFlags<T>(cli: Argv<T>) {
  return accountFlags(cli)
    .option('redirect-uri', { type: 'string', describe: 'The address that is registered for your app' })
    .option('paste', {
      type: 'boolean',
      default: false,
      describe: 'Paste the address that the browser is sent to, instead of listening for it',
    });
}

/** Flags of `logout`. */
export function logoutFlags<T>(cli: Argv<T>) {
  return accountFlags(cli);
}

/** The arguments of a command, from the function that declares its flags. */
export type ArgsOf<F extends (cli: Argv) => Argv<unknown>> =
  ReturnType<F> extends Argv<infer T> ? ArgumentsCamelCase<T> : never;
