/*
 * Run by plain `node --expose-gc soak.mjs PACKAGE SECONDS` in a folder of its own: audits a small BOM again and again in
 * one process and collects garbage after every tenth, so that each statement that the database had prepared is collected.
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';

const [home, seconds] = process.argv.slice(2);
const { main } = await import(pathToFileURL(resolve(home, 'dist/cli/main.js')));
const { systemClock } = await import(pathToFileURL(resolve(home, 'dist/cli/clock.js')));

writeFileSync('small.csv', 'MPN,Qty\nNE555P,1\nLM358N,2\n');
const silent = { write: () => true };
let faults = '';
const io = {
  stdin: Readable.from([]),
  stdout: silent,
  stderr: { write: (text) => (faults += text) },
  env: { BOM_AUDIT_DB: join(process.cwd(), 'soak.db') },
  folder: process.cwd(),
  clock: systemClock,
  random: Math.random,
  signal: new AbortController().signal,
};

const end = Date.now() + Number(seconds) * 1_000;
let audits = 0;
while (Date.now() < end) {
  faults = '';
  const exit = await main(['run', 'small.csv', '--offline', '--quiet', '--formats', 'json'], io);
  if (exit !== 3) throw new Error(`audit ${audits} ended with ${exit}: ${faults}`);
  audits += 1;
  if (audits % 10 === 0) globalThis.gc();
}
process.stdout.write(`${audits} audits\n`);
