import { describe } from 'vitest';
import { storeContract } from './contract.ts';
import { ENGINES } from './engines.ts';

describe.each(ENGINES)('a store on %s', (_name, place) => storeContract(place));
