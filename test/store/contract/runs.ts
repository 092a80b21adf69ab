import { expect, test } from 'vitest';
import { NOON } from '../../support/clock.ts';
import type { Setting } from '../contract.ts';

const DAY = 86_400_000;

export function runsContract(setting: Setting): void {
  test('an unfinished one goes on from when it began, a finished one begins anew', async () => {
    const { runs } = await setting.open();
    expect(await runs.begin('digest', 1_000)).toBe(1_000);
    expect(await (await setting.open()).runs.begin('digest', 2_000)).toBe(1_000);
    expect(await runs.begin('other', 2_000)).toBe(2_000);
    await runs.finish('digest');
    expect(await runs.begin('digest', 3_000)).toBe(3_000);
    expect(await runs.begin('other', 3_000)).toBe(2_000);
  });

  test('to finish what never began is nothing', async () => {
    const { runs } = await setting.open();
    await runs.finish('digest');
    expect(await runs.begin('digest', 1)).toBe(1);
  });

  test('one goes on for a week', async () => {
    const { runs } = await setting.open();
    await runs.begin('digest', NOON);
    expect(await runs.begin('digest', NOON + 7 * DAY)).toBe(NOON);
  });

  test.each([
    ['lay for more than a week', NOON + 7 * DAY + 1],
    ['began in the future, since the clock was set back', NOON - 1],
  ])('one that %s begins anew', async (_what, now) => {
    const { runs } = await setting.open();
    await runs.begin('digest', NOON);
    expect(await runs.begin('digest', now)).toBe(now);
    expect(await runs.begin('digest', now)).toBe(now);
  });
}
