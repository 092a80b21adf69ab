import { beforeEach, expect, test } from 'vitest';
import type { Ledger, Pace } from '../../../src/ports.ts';
import { CALL_TIMEOUT, type Setting } from '../contract.ts';

const PACE: Pace = { bucket: 'one', perMinute: 5, perDay: 100 };
/** How long a place is taken after its call, in milliseconds. */
const MINUTE = 60_050;

export function minuteContract(setting: Setting): void {
  let ledger: Ledger;
  beforeEach(async () => {
    ledger = (await setting.open()).ledger;
  });

  async function taken(count: number, pace = PACE): Promise<readonly number[]> {
    const { slots, refusal } = await ledger.take(pace, count);
    expect({ taken: slots.length, refusal }).toEqual({ taken: count, refusal: null });
    return slots;
  }

  test('grants places of different names, and counts them in every store', async () => {
    const slots = [...(await taken(2)), ...(await taken(2))];
    expect(new Set(slots).size).toBe(4);
    const other = await setting.open();
    expect(await other.ledger.freeNow(PACE)).toBe(1);
    expect(await other.ledger.freeNow({ ...PACE, bucket: 'two' })).toBe(5);
  });

  test('grants what is left of a minute, and says to look again for the rest', async () => {
    await taken(3);
    expect(await ledger.take(PACE, 4)).toEqual({
      slots: [expect.any(Number), expect.any(Number)],
      refusal: { waitMs: 1_000 },
    });
    expect(await ledger.take(PACE, 4)).toEqual({ slots: [], refusal: { waitMs: 1_000 } });
  });

  test('grants no more than the minute holds to many that ask at once', async () => {
    const stores = await Promise.all(Array.from({ length: 4 }, setting.open));
    const grants = await Promise.all(stores.map((store) => store.ledger.take(PACE, 3)));
    expect(new Set(grants.flatMap(({ slots }) => slots)).size).toBe(5);
  });

  test('a place is free 60 s after its call was answered, and not before', async () => {
    for (const slot of await taken(5)) await ledger.settle('one', slot);
    setting.clock.advance(MINUTE - 50);
    expect(await ledger.take(PACE, 1)).toEqual({ slots: [], refusal: { waitMs: 50 } });
    setting.clock.advance(50);
    expect(await ledger.freeNow(PACE)).toBe(5);
    await taken(5);
  });

  test('a place of a call that is under way is not free, however long it takes', async () => {
    const slots = await taken(5);
    setting.clock.advance(CALL_TIMEOUT);
    expect(await ledger.freeNow(PACE)).toBe(0);
    for (const slot of slots) await ledger.settle('one', slot);
    setting.clock.advance(MINUTE - 1);
    expect(await ledger.freeNow(PACE)).toBe(0);
  });

  test('a place whose holder died is free after the longest call and a minute', async () => {
    const dead = await setting.open();
    await dead.ledger.take(PACE, 5);
    dead.close();
    setting.clock.advance(CALL_TIMEOUT + MINUTE - 1);
    expect(await ledger.take(PACE, 1)).toEqual({ slots: [], refusal: { waitMs: 1 } });
    setting.clock.advance(1);
    await taken(5);
  });

  test('a place that is settled after it came free counts for the minute after that', async () => {
    const [slot] = await taken(1);
    setting.clock.advance(10 * 60_000);
    await taken(4);
    await ledger.settle('one', slot!);
    expect(await ledger.freeNow(PACE)).toBe(0);
  });

  test('a place that is given back is free at once, with the call of the day', async () => {
    const [slot] = await taken(5);
    await ledger.giveBack('one', slot!);
    expect(await ledger.freeNow(PACE)).toBe(1);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 96 });
    await ledger.giveBack('one', slot!);
    expect(await ledger.freeNow(PACE)).toBe(1);
    expect(await ledger.day(PACE)).toMatchObject({ remaining: 96 });
  });

  test('a hold is for everyone until the longest is over, and for no other account', async () => {
    await ledger.hold('one', 5_000);
    await (await setting.open()).ledger.hold('one', 1_000);
    expect(await ledger.take(PACE, 1)).toEqual({ slots: [], refusal: { waitMs: 5_000 } });
    await taken(1, { ...PACE, bucket: 'two' });
    setting.clock.advance(5_000);
    await taken(1);
  });

  test('a hold does not outlive the machine', async () => {
    await ledger.hold('one', 3_600_000);
    setting.clock.restart();
    await taken(1);
  });

  test('what was sent before the machine started counts as sent just now', async () => {
    for (const slot of await taken(5)) await ledger.settle('one', slot);
    setting.clock.restart();
    expect(await ledger.freeNow(PACE)).toBe(0);
    expect(await ledger.take(PACE, 1)).toMatchObject({ slots: [] });
    setting.clock.advance(MINUTE);
    await taken(5);
  });
}
