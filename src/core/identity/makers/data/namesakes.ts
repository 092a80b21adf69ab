import type { CompanyId } from '../companies.ts';

/**
 * Firms that bear the name of one in the table and are another: by the firm for which they must not be taken. Looked
 * up letter by letter, so that a legal form or a full word tells them apart.
 */
export const NAMESAKES: Readonly<Partial<Record<CompanyId, readonly string[]>>> = {
  'harris-semiconductor': ['Harris Corporation', 'Harris Corp', 'Harris Corp.'],
  mentor: ['Mentor, a Siemens Business', 'Mentor Graphics'],
  mitsubishi: ['Mitsubishi Materials', 'Mitsubishi Materials U.S.A. Corporation'],
  nec: ['NEC Corporation', 'NEC Corp', 'NEC Display'],
  phoenix: ['Phoenix America', 'Phoenix Sensors'],
  viking: ['Viking Technology', 'Viking Technology Inc', 'Viking Modular'],
};
