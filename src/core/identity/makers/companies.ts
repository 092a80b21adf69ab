import { CONNECTORS } from './data/connectors.ts';
import { DISCRETES } from './data/discretes.ts';
import { HARDWARE } from './data/hardware.ts';
import { MODULES } from './data/modules.ts';
import { PASSIVES } from './data/passives.ts';
import { POWER } from './data/power.ts';
import { PROCESSORS } from './data/processors.ts';
import { SEMICONDUCTORS } from './data/semiconductors.ts';
import { SENSORS } from './data/sensors.ts';
import { SWITCHES } from './data/switches.ts';

export const COMPANIES = {
  ...SEMICONDUCTORS,
  ...PROCESSORS,
  ...DISCRETES,
  ...PASSIVES,
  ...CONNECTORS,
  ...SWITCHES,
  ...POWER,
  ...SENSORS,
  ...MODULES,
  ...HARDWARE,
};
export type CompanyId = keyof typeof COMPANIES;
