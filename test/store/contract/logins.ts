import { expect, test } from 'vitest';
import { NOON } from '../../support/clock.ts';
import type { Setting } from '../contract.ts';

const LOGIN = { accessToken: 'access-4711', expiresAt: NOON, refreshToken: 'refresh-0815' };

export function loginsContract(setting: Setting): void {
  test('come back to a later store, by account, and are gone when removed', async () => {
    const first = await setting.open();
    await first.logins.save('account', LOGIN);
    first.close();
    const { logins } = await setting.open();
    expect(await logins.find('account')).toEqual(LOGIN);
    expect(await logins.find('other')).toBeUndefined();
    expect(await logins.remove('account')).toBe(true);
    expect(await logins.remove('account')).toBe(false);
    expect(await logins.find('account')).toBeUndefined();
  });

  test('the newest replaces the older, and no other account', async () => {
    const { logins } = await setting.open();
    await logins.ready();
    await logins.save('account', LOGIN);
    await logins.save('other', LOGIN);
    await logins.save('account', { ...LOGIN, refreshToken: 'refresh-0816' });
    expect(await logins.find('account')).toEqual({ ...LOGIN, refreshToken: 'refresh-0816' });
    expect(await logins.find('other')).toEqual(LOGIN);
  });
}
