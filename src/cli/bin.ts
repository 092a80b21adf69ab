#!/usr/bin/env node
import './runtime.ts';
import { systemClock } from './clock.ts';
import { main } from './main.ts';
import { standardOutputs } from './stdio.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
}

process.exitCode = await main(process.argv.slice(2), {
  stdin: process.stdin,
  ...standardOutputs(process),
  env: process.env,
  folder: process.cwd(),
  clock: systemClock,
  random: Math.random,
  signal: stop.signal,
});
