import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { prepareFolder } from '../../src/disk/folder.ts';
import { temporaryName } from '../../src/disk/leftovers.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
beforeEach(() => {
  folder = quickFolder();
});

const HOURS = 3_600;

/** A file as a process of that number would have left it, on this machine or on another one. */
function leave(pid: number, { elsewhere = false, untouched = 0 } = {}): string {
  const own = temporaryName('report.json').replace(`-${process.pid}-`, `-${pid}-`);
  const name = elsewhere ? own.replace(/[0-9a-f]{8}$/, '00000000') : own;
  writeFileSync(join(folder, name), 'half a rep');
  const touched = Date.now() / 1_000 - untouched;
  utimesSync(join(folder, name), touched, touched);
  return name;
}

describe('an output folder', () => {
  test('is made, and left empty', async () => {
    const deep = join(folder, 'a', 'b');
    await prepareFolder(deep);
    expect(readdirSync(deep)).toEqual([]);
  });

  test.each(['', 'inside'])('that is a file is refused (%j)', async (below) => {
    const file = join(folder, 'taken');
    writeFileSync(file, '');
    await expect(prepareFolder(join(file, below))).rejects.toMatchObject({ code: 'output' });
  });

  test('loses what dead processes left, and never what living ones write', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1_000)']);
    const living = leave(child.pid!, { untouched: 48 * HOURS });
    const own = leave(process.pid, { untouched: 48 * HOURS });
    await prepareFolder(folder);
    expect(readdirSync(folder).sort()).toEqual([living, own].sort());
    child.kill('SIGKILL');
    await once(child, 'exit');
    await prepareFolder(folder);
    expect(readdirSync(folder)).toEqual([own]);
  });

  test('that several machines share loses what another one left after a day', async () => {
    const fresh = leave(1, { elsewhere: true, untouched: 23 * HOURS });
    leave(2, { elsewhere: true, untouched: 25 * HOURS });
    await prepareFolder(folder);
    expect(readdirSync(folder)).toEqual([fresh]);
  });

  test('keeps whatever has another name', async () => {
    const names = ['notes.tmp-1', 'a.tmp-x-00000000', 'report.json', 'b.tmp-1-00000000.csv'];
    for (const name of names) writeFileSync(join(folder, name), 'of the user');
    const old = Date.now() / 1_000 - 48 * HOURS;
    for (const name of names) utimesSync(join(folder, name), old, old);
    const dead = temporaryName('folder').replace(/-\d+-/, '-999999999-');
    mkdirSync(join(folder, dead));
    await prepareFolder(folder);
    expect(readdirSync(folder).sort()).toEqual([...names, dead].sort());
  });
});
