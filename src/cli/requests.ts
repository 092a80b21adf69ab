import type { AuditOptions } from '../app/audit.ts';
import type { BomRequest } from '../app/boms.ts';
import type { RunRequest } from '../app/run.ts';
import type { ReadOptions } from '../bom/read.ts';
import type { Settings } from '../config/config.ts';
import type { ReportSource } from '../core/report/report.ts';
import { storeFiles } from '../store/sqlite.ts';
import { decisionsOf, type GateFlags } from './decisions.ts';
import type { Io } from './io.ts';
import { rulesOf } from './settings.ts';
import { version } from './version.ts';

/** The BOMs that a command line names, to be read as the settings say. */
export function bomRequest(boms: readonly string[], settings: Settings, io: Io): BomRequest {
  return { boms, folder: io.folder, stdin: io.stdin, reading: readOptions(settings) };
}

/** Null and empty lists in the configuration mean that nothing is said. */
function readOptions({ bom: { includeNotFitted: _, ...bom } }: Settings): ReadOptions {
  const said = Object.entries(bom).filter(
    ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
  );
  return Object.fromEntries(said);
}

/** What `run` was asked for. */
export interface RunFlags extends GateFlags {
  readonly bom: readonly string[];
  readonly offline: boolean;
  readonly refresh: boolean;
}

export function runRequest(
  { bom, offline, refresh, ...gate }: RunFlags,
  settings: Settings,
  source: ReportSource,
  io: Io,
): RunRequest {
  const { database, sources, out, formats } = settings;
  return {
    ...bomRequest(bom, settings, io),
    options: {
      ...judgingOf(settings),
      offline,
      refresh,
      sources: [source],
      tool: { name: 'bom-audit', version: version() },
    },
    decisions: (boms) => decisionsOf(settings, gate, boms, io.folder),
    out,
    formats,
    inUse: [
      ...storeFiles(database).map((path) => ({ path, what: `the database ${database}` })),
      ...sources.map((path) => ({ path, what: `the settings in ${path}` })),
    ],
  };
}

type Judging = Pick<AuditOptions, 'rules' | 'ages' | 'lifecycleFrom' | 'atOnce' | 'includeNotFitted'>;

/** How parts are looked up and judged, by the settings. */
export function judgingOf(settings: Settings): Judging {
  const { digikey, maxAgeDays, quota, bom } = settings;
  return {
    rules: rulesOf(settings),
    ages: maxAgeDays,
    lifecycleFrom: digikey.lifecycleFrom,
    atOnce: quota.atOnce,
    includeNotFitted: bom.includeNotFitted,
  };
}
