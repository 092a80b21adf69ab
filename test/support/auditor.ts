import { readFileSync } from 'node:fs';
import { audit } from '../../src/app/audit.ts';
import { compose } from '../../src/cli/compose.ts';
import { loadSettings } from '../../src/config/config.ts';
import { bomOf } from './bom.ts';
import { auditOptions, unwatched } from './options.ts';
import { fastClock } from './pace.ts';

/**
 * An audit of the part numbers in a file as a process of its own, without the files that a run writes: it is there
 * to be killed, so it has to start quickly. Its time is its parent's.
 */
const folder = process.cwd();
const settings = loadSettings({}, process.env, folder);
const clock = fastClock(JSON.parse(process.env.PACE!));
const composition = compose(settings, {
  clock,
  env: process.env,
  random: Math.random,
  stderr: process.stderr,
});
const boms = [bomOf(readFileSync('mpns.txt', 'utf8').split('\n'))];
const { report } = await audit(boms, composition, auditOptions(settings, boms, folder), unwatched());
composition.close();
process.stdout.write(JSON.stringify(report));
