import { beforeEach, expect, test } from 'vitest';
import type { Ledger, Pace } from '../../../src/ports.ts';
import { NOON } from '../../support/clock.ts';
import type { Setting } from '../contract.ts';

const PACE: Pace = { bucket: 'one', perMinute: 99, perDay: 8 };
const HOUR = 3_600_000;
const MIDNIGHT = NOON + 12 * HOUR;

export function dayContract(setting: Setting): void {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = (await setting.open()).ledger;
  });

  async function call(): Promise<void> {
    const { slots } = await ledger.take(PACE, 1);
    expect(slots).toHaveLength(1);
    await ledger.settle('one', slots[0]!);
  }

  test('is counted here until the server speaks, and begins anew at 00:00 UTC', async () => {
    for (let count = 0; count < 8; count += 1) await call();
    expect(await ledger.day(PACE)).toEqual({ remaining: 0, limit: 8, resetsAt: MIDNIGHT });
    expect(await ledger.take(PACE, 1)).toEqual({ slots: [], refusal: { spentUntil: MIDNIGHT } });
    setting.clock.set(MIDNIGHT);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 8 });
    await call();
  });

  test('grants what is left of it, and says until when it is spent', async () => {
    for (let count = 0; count < 5; count += 1) await call();
    expect(await ledger.take(PACE, 9)).toEqual({
      slots: [expect.any(Number), expect.any(Number), expect.any(Number)],
      refusal: { spentUntil: MIDNIGHT },
    });
  });

  test('is one for all stores, and each account has its own', async () => {
    await call();
    const other = await setting.open();
    expect(await other.ledger.day(PACE)).toMatchObject({ remaining: 7 });
    expect(await other.ledger.day({ ...PACE, bucket: 'two' })).toMatchObject({ remaining: 8 });
  });

  test('is as the server says, which counts what others send', async () => {
    await call();
    await ledger.learnDay('one', { remaining: 1, limit: 2_000, resetsAt: NOON + HOUR }, false);
    await call();
    expect(await ledger.take(PACE, 1)).toEqual({ slots: [], refusal: { spentUntil: NOON + HOUR } });
    setting.clock.set(NOON + HOUR);
    expect(await ledger.day(PACE)).toEqual({
      remaining: 2_000,
      limit: 2_000,
      resetsAt: NOON + 25 * HOUR,
    });
  });

  test('holds calls back that are under way while the server speaks', async () => {
    await ledger.take(PACE, 3);
    await ledger.learnDay('one', { remaining: 6, limit: 8, resetsAt: MIDNIGHT }, true);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 4 });
  });

  test('a word of calls that overlapped never gives back, one of a call alone does', async () => {
    await call();
    await ledger.learnDay('one', { remaining: 3, limit: 8, resetsAt: MIDNIGHT }, false);
    await ledger.learnDay('one', { remaining: 5, limit: 8, resetsAt: MIDNIGHT }, true);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 3 });
    await ledger.learnDay('one', { remaining: 5, limit: 8, resetsAt: MIDNIGHT }, false);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 5 });
  });

  test('a call that is given back on the next day makes that day no longer', async () => {
    const { slots } = await ledger.take(PACE, 1);
    setting.clock.set(MIDNIGHT);
    await ledger.giveBack('one', slots[0]!);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 8 });
  });
}
