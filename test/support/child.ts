import { systemClock } from '../../src/cli/clock.ts';
import { main } from '../../src/cli/main.ts';
import { fastClock } from './pace.ts';

/** The command line as a process of its own, in a time that its parent sets; it is there to be killed. */
process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  folder: process.cwd(),
  clock: process.env.PACE === undefined ? systemClock : fastClock(JSON.parse(process.env.PACE)),
  random: Math.random,
  signal: new AbortController().signal,
});
