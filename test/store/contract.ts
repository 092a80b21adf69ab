import { beforeEach, describe, onTestFinished } from 'vitest';
import type { Store } from '../../src/store/sqlite.ts';
import { type ManualClock, manualClock } from '../support/clock.ts';
import { answersContract } from './contract/answers.ts';
import { dayContract } from './contract/day.ts';
import { historyContract } from './contract/history.ts';
import { leasesContract } from './contract/leases.ts';
import { loginsContract } from './contract/logins.ts';
import { minuteContract } from './contract/minute.ts';
import { runsContract } from './contract/runs.ts';
import type { Open } from './engines.ts';

/** The longest call of these stores, in milliseconds. */
export const CALL_TIMEOUT = 30_000;

/** What a test of the contract has: a place of its own, empty at first. */
export interface Setting {
  /** Of all stores that are opened here. */
  clock: ManualClock;
  /** Another store in the same place, as another process or a later one has it. */
  open(): Promise<Store>;
}

/** What holds for a store on every engine. */
export function storeContract(place: () => Open): void {
  const setting = {} as Setting;

  beforeEach(() => {
    const open = place();
    setting.clock = manualClock();
    setting.open = async () => closedOnce(await open({ clock: setting.clock, callTimeout: CALL_TIMEOUT }));
  });

  describe('answers', () => answersContract(setting));
  describe('runs', () => runsContract(setting));
  describe('leases', () => leasesContract(setting));
  describe('logins', () => loginsContract(setting));
  describe('the history', () => historyContract(setting));
  describe('the rolling minute', () => minuteContract(setting));
  describe('the day', () => dayContract(setting));
}

/** By the test, or when it ends. */
function closedOnce(store: Store): Store {
  let isOpen = true;
  const close = (): void => {
    if (isOpen) store.close();
    isOpen = false;
  };
  onTestFinished(close);
  return { ...store, close };
}
