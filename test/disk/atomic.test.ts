import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { replaceFile, replaceFileSync, stageFile } from '../../src/disk/atomic.ts';
import { temporaryName } from '../../src/disk/leftovers.ts';
import { quickFolder } from '../support/folder.ts';

let folder: string;
let target: string;
beforeEach(() => {
  folder = quickFolder();
  target = join(folder, 'a.txt');
});

const names = (): string[] => readdirSync(folder).sort();
const read = (): string => readFileSync(target, 'utf8');

describe('a file', () => {
  test('keeps its old content until the new one is whole, and nothing else is left', async () => {
    writeFileSync(target, 'old');
    await replaceFile(target, async (out) => {
      out.write('ne');
      await new Promise((done) => out.write('w', done));
      expect(read()).toBe('old');
      expect(names()).toEqual(['a.txt', expect.stringContaining(`a.txt.tmp-${process.pid}-`)]);
    });
    expect(read()).toBe('new');
    expect(names()).toEqual(['a.txt']);
  });

  test('may be ended by its writer', async () => {
    await replaceFile(target, (out) => pipeline(Readable.from(['a', 'b']), out));
    expect(read()).toBe('ab');
  });

  test('is not touched when writing fails, whenever that is', async () => {
    writeFileSync(target, 'old');
    const fault = new Error('no more');
    const early = async (): Promise<void> => Promise.reject(fault);
    await expect(replaceFile(target, early)).rejects.toBe(fault);
    async function* pieces(): AsyncGenerator<string> {
      yield 'half';
      throw fault;
    }
    await expect(replaceFile(target, (out) => pipeline(pieces(), out))).rejects.toBe(fault);
    expect(read()).toBe('old');
    expect(names()).toEqual(['a.txt']);
  });

  test('whose place is taken by a folder is told, and nothing is left', async () => {
    mkdirSync(join(target, 'inside'), { recursive: true });
    await expect(replaceFile(target, async () => {})).rejects.toMatchObject({ syscall: 'rename' });
    expect(() => replaceFileSync(target, 'x')).toThrow(expect.objectContaining({ syscall: 'rename' }));
    expect(names()).toEqual(['a.txt']);
  });

  test('whose folder is not there is told', async () => {
    const nowhere = join(folder, 'none', 'a.txt');
    await expect(replaceFile(nowhere, async () => {})).rejects.toMatchObject({ code: 'ENOENT' });
    expect(() => replaceFileSync(nowhere, 'x')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  test('may be given up when it is staged', async () => {
    const { discard } = await stageFile(target, async (out) => void out.write('x'));
    await discard();
    expect(names()).toEqual([]);
  });

  test('is written anew where an earlier process of the same number left one', async () => {
    writeFileSync(temporaryName(target), 'left long ago');
    await replaceFile(target, async (out) => void out.write('new'));
    expect(read()).toBe('new');
    writeFileSync(temporaryName(target), 'left long ago');
    replaceFileSync(target, 'newer');
    expect(read()).toBe('newer');
    expect(names()).toEqual(['a.txt']);
  });

  test('has the mode that it is made with', () => {
    replaceFileSync(target, 'secret', 0o600);
    expect(statSync(target).mode & 0o777).toBe(0o600);
  });
});
