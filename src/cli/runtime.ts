import { readFileSync } from 'node:fs';

/*
 * Imported before everything else: on a Node that is too old the native modules would end the process without a
 * word. It is the one module that decides as it is loaded.
 */
const { engines } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
const oldest: string = engines.node.replace('>=', '');

/** Dotted numbers, compared number by number. */
function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}

if (isOlder(process.versions.node, oldest)) {
  process.stderr.write(
    `bom-audit needs Node ${oldest} or later, and this is Node ${process.versions.node}. Get one from https://nodejs.org.\n`,
  );
  process.exit(2);
}
