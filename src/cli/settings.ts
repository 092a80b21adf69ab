import { loadSettings, type Settings } from '../config/config.ts';
import type { MatchRules } from '../core/judge/match.ts';
import type { Io } from './io.ts';
import type { ArgsOf, planFlags, runFlags } from './options.ts';

type ReadArgs = ArgsOf<typeof planFlags>;
type RunArgs = ArgsOf<typeof runFlags>;

/** The settings of a command line, its environment, its `.env` and its config file. */
export function settingsOf(args: Partial<ReadArgs & RunArgs>, io: Io): Settings {
  return loadSettings(
    {
      config: args.config,
      db: args.db,
      out: args.out,
      formats: args.formats,
      failOn: args.failOn,
      maxAge: args.maxAge,
      budget: args.budget,
      boardsPerYear: args.boardsPerYear,
      log: { level: args.logLevel, json: args.logJson },
      bom: {
        ...defined('sheet', args.sheet),
        ...defined('headerRow', args.headerRow),
        ...defined('mpnColumns', args.mpnColumn),
        ...defined('manufacturerColumns', args.manufacturerColumn),
        ...defined('quantityColumn', args.quantityColumn),
        ...defined('designatorColumn', args.designatorColumn),
        ...defined('encoding', args.encoding),
      },
    },
    io.env,
    io.folder,
  );
}

function defined<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };
}

/** How part numbers and makers are matched, by the settings. */
export function rulesOf({ matching }: Settings): MatchRules {
  return {
    aliases: matching.manufacturerAliases,
    packagingIsSame: matching.packagingIsSame,
  };
}
