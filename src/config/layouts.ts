import { existsSync } from 'node:fs';
import { AuditError } from '../core/errors.ts';
import { replaceFileSync } from '../disk/atomic.ts';
import { readJson } from './files.ts';
import type { Config } from './schema.ts';

type Layout = Config['bom']['layouts'][number];

/**
 * Adds layouts to the config file at `path`, which is made if there is none; one with the same headers is replaced,
 * everything else in the file stays. Throws `AuditError('config')`.
 */
export function saveLayouts(path: string, layouts: readonly Layout[]): void {
  const document = existsSync(path) ? parse(path) : {};
  const bom = isObject(document.bom) ? document.bom : {};
  const saved = Array.isArray(bom.layouts) ? (bom.layouts as Layout[]) : [];
  const kept = saved.filter((old) => !layouts.some((layout) => sameHeaders(layout, old)));
  const next = { ...document, bom: { ...bom, layouts: [...kept, ...layouts] } };
  try {
    replaceFileSync(path, `${JSON.stringify(next, null, 2)}\n`);
  } catch (cause) {
    throw new AuditError('config', `The columns cannot be saved in ${path}`, {
      hint: 'Make it writable, or name another file with --config.',
      cause,
    });
  }
}

function parse(path: string): Record<string, unknown> {
  const document = readJson('config', path, 'Mend it first, then save the columns again.');
  if (isObject(document)) return document;
  throw new AuditError('config', `The config file ${path} holds no object`, { hint: 'Mend it first.' });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sameHeaders(a: Layout, b: Layout): boolean {
  return JSON.stringify(a.headers) === JSON.stringify(b.headers);
}
