import { expect, test } from 'vitest';
import type { Setting } from '../contract.ts';

export function leasesContract(setting: Setting): void {
  test('are one at a time, and free again when they are released by who has them', async () => {
    const [one, two] = [await setting.open(), await setting.open()];
    expect(await one.leases.take('x')).toBe(true);
    expect(await two.leases.take('x')).toBe(false);
    expect(await one.leases.take('x')).toBe(false);
    expect(await two.leases.take('y')).toBe(true);
    await two.leases.release('x');
    expect(await two.leases.take('x')).toBe(false);
    await one.leases.release('x');
    expect(await two.leases.take('x')).toBe(true);
  });

  test('go to one of many that ask at once', async () => {
    const stores = await Promise.all(Array.from({ length: 8 }, setting.open));
    const taken = await Promise.all(stores.map(({ leases }) => leases.take('x')));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('of one that is closed are free', async () => {
    const [one, two] = [await setting.open(), await setting.open()];
    await one.leases.take('x');
    one.close();
    expect(await two.leases.take('x')).toBe(true);
  });

  test('of one that never releases them last longer than a call, and not for ever', async () => {
    const [one, two] = [await setting.open(), await setting.open()];
    await one.leases.take('x');
    setting.clock.advance(10 * 60_000);
    expect(await two.leases.take('x')).toBe(false);
    setting.clock.advance(10 * 60_000);
    expect(await two.leases.take('x')).toBe(true);
  });
}
