import { join } from 'node:path';
import { openStore, type Store, type StoreOptions } from '../../src/store/sqlite.ts';
import { quickFolder } from '../support/folder.ts';

/** Opens a store; all that one of these opens share what they hold, as processes do. */
export type Open = (options: Omit<StoreOptions, 'path'>) => Promise<Store>;

/** Every engine that stores run on, with how a test gets an empty place for its own. */
export const ENGINES: readonly (readonly [name: string, place: () => Open])[] = [['SQLite', inFile]];

function inFile(): Open {
  const path = join(quickFolder(), 'test.db');
  return async (options) => openStore({ path, ...options });
}
