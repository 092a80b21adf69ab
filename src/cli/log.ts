import pino from 'pino';
import type { Settings } from '../config/config.ts';
import type { Clock, Log } from '../ports.ts';
import type { Output } from './io.ts';

/** A log on `out`, one line for each event: for people where one watches, else as JSON. */
export function createLog({ level, json }: Settings['log'], out: Output, clock: Clock): Log {
  const isJson = json || out.isTTY !== true;
  const write = (line: string): void => {
    out.write(isJson ? line : `${readable(JSON.parse(line))}\n`);
  };
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date(clock.now()).toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
}

/** `02:00:01 debug DigiKey answered: question=search NE555P status=200` */
function readable({ time, level, msg, ...fields }: Record<string, unknown>): string {
  const told = Object.entries(fields).map(([name, value]) => `${name}=${value}`);
  return `${String(time).slice(11, 19)} ${level} ${msg}${told.length > 0 ? `: ${told.join(' ')}` : ''}`;
}
