import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { refuseOutside } from '../../src/config/inside.ts';
import { mayTravel, refuseTravel } from '../../src/config/origin.ts';
import { quickFolder } from '../support/folder.ts';

const OWN = { isOwn: true, name: 'the environment' };
const FOLDER = { isOwn: false, name: '/boms/.env' };
const DIGIKEY = 'https://api.digikey.com';
const SANDBOX = 'https://sandbox-api.digikey.com';
const OTHER = 'https://digikey.example';
const LOOPBACK = 'http://127.0.0.1:8080';

describe('a secret', () => {
  test.each<[secret: typeof OWN, address: string, from: typeof OWN, may: boolean]>([
    [OWN, DIGIKEY, OWN, true],
    [OWN, DIGIKEY, FOLDER, true],
    [OWN, SANDBOX, FOLDER, true],
    [OWN, OTHER, OWN, true],
    [OWN, OTHER, FOLDER, false],
    [OWN, LOOPBACK, OWN, true],
    [OWN, LOOPBACK, FOLDER, false],
    [OWN, 'https://api.digikey.com.example', FOLDER, false],
    [OWN, 'no address', FOLDER, false],
    [FOLDER, DIGIKEY, OWN, true],
    [FOLDER, DIGIKEY, FOLDER, true],
    [FOLDER, OTHER, OWN, true],
    [FOLDER, OTHER, FOLDER, true],
    [FOLDER, LOOPBACK, FOLDER, true],
  ])('of %o may travel to %s of %o: %s', (secret, value, from, may) => {
    const address = { value, from };
    expect(mayTravel(secret, address)).toBe(may);
    const refusal = () => refuseTravel('DK_CLIENT_SECRET', secret, address);
    if (may) expect(refusal).not.toThrow();
    else
      expect(refusal).toThrow(
        expect.objectContaining({
          code: 'config',
          message: `DK_CLIENT_SECRET (from the environment) is not sent to ${value}, an address that /boms/.env names`,
          hint: expect.stringMatching(/DK_BASE_URL in the environment .* --config/),
        }),
      );
  });
});

describe('a path that a file of the working folder names', () => {
  let folder: string;
  beforeEach(() => {
    const around = quickFolder();
    folder = join(around, 'boms');
    mkdirSync(join(folder, 'deep'), { recursive: true });
    mkdirSync(join(around, 'boms-other'));
    symlinkSync(folder, join(around, 'boms-link'));
    symlinkSync(around, join(folder, 'up'));
    symlinkSync(join(folder, 'deep'), join(folder, 'down'));
    symlinkSync(join(around, 'not-there'), join(folder, 'dangling'));
    symlinkSync('loop', join(folder, 'loop'));
  });
  const refusal = (value: string, isOwn = false) =>
    refuseOutside('out', { value, from: { isOwn, name: 'audit.config.json' } }, folder);

  test.each([
    '.',
    'out',
    './out',
    'deep/er/out',
    'down/out',
    'deep/../out',
    '..out',
    '../boms/out',
    '../boms-link/out',
  ])('%s is taken', (value) => {
    expect(() => refusal(value)).not.toThrow();
  });

  test.each([
    '..',
    '../out',
    '../boms-other/out',
    'deep/../../out',
    '/',
    '/tmp',
    'up/out',
    'up',
    'dangling',
    'dangling/out',
    'loop',
  ])('%s is refused, unless the person says it', (value) => {
    expect(() => refusal(value)).toThrow(
      expect.objectContaining({
        code: 'config',
        message: expect.stringContaining('audit.config.json sets out to'),
      }),
    );
    expect(() => refusal(value, true)).not.toThrow();
  });
});
