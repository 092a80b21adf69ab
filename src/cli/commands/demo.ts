import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadSettings } from '../../config/config.ts';
import { userDatabase } from '../../config/environment.ts';
import { createEmulator } from '../../emulator/emulator.ts';
import { compose } from '../compose.ts';
import type { Io } from '../io.ts';
import type { ArgsOf, demoFlags } from '../options.ts';
import { runWith } from './run.ts';

const SAMPLES = fileURLToPath(new URL('../../../fixtures/boms/demo/', import.meta.url));

/** Made up like the rest, so that the report shows what last buys come to. */
const BOARDS_PER_YEAR = 500;

/**
 * `bom-audit demo`: audits the sample BOMs against an emulator that lives as long as the command, with a database
 * of its own, so that nothing made up ever stands beside real answers.
 */
export async function demo(args: ArgsOf<typeof demoFlags>, io: Io): Promise<number> {
  io.stderr.write('A demo: DigiKey is emulated on this machine and its data are made up.\n');
  const emulator = createEmulator({ latencyMs: [20, 120] });
  const baseUrl = await emulator.listen();
  const env = { DK_BASE_URL: baseUrl, DK_CLIENT_ID: 'emulator', DK_CLIENT_SECRET: 'emulator' };
  const db = join(dirname(userDatabase()), 'demo.db');
  const settings = loadSettings({ out: args.out, db, boardsPerYear: BOARDS_PER_YEAR }, env, SAMPLES);
  const composition = compose(settings, io, 'demo');
  try {
    const bom = readdirSync(SAMPLES)
      .sort()
      .map((name) => relative(io.folder, join(SAMPLES, name)));
    return await runWith(
      composition,
      settings,
      { ...args, bom, offline: false, refresh: false, json: false },
      io,
    );
  } finally {
    composition.close();
    await emulator.close();
  }
}
