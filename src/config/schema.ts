import { z } from 'zod';
import { DEFAULT_FORMATS, FORMATS } from '../core/report/report.ts';
import { LIFECYCLES } from '../core/words.ts';
import { Buying, Policy, Waivers } from './policy.ts';

const days = z.number().min(0);
const columns = z.array(z.string().min(1));

const MaxAgeDays = z
  .strictObject({
    active: days.default(30),
    preliminary: days.default(7),
    nrnd: days.default(7),
    'distributor-discontinued': days.default(7),
    'last-buy': days.default(1),
    eol: days.default(1),
    'last-buy-passed': days.default(7),
    obsolete: days.default(90),
    unknown: days.default(7),
    ambiguous: days.default(7),
    'other-manufacturer': days.default(7),
    near: days.default(7),
    'not-found': days.default(7),
  })
  .describe('For how many days an answer is believed, by what it says');

const DigiKey = z.strictObject({
  baseUrl: z.string().default('https://api.digikey.com').describe('DK_BASE_URL overrides'),
  site: z.string().length(2).default('US').describe('Two letters, UK not GB; DK_SITE overrides'),
  language: z.string().min(2).max(3).default('en').describe('DK_LANG overrides'),
  currency: z.string().length(3).default('USD').describe('DK_CUR overrides'),
  redirectUri: z
    .string()
    .default('https://localhost:8443/callback')
    .describe('The redirect address that is registered for your app; bom-audit login uses it'),
  lifecycleFrom: z
    .enum(['search', 'details'])
    .default('search')
    .describe('details: one more call for each part; search answers carry the same fields'),
  statusWords: z
    .record(z.string().regex(/^\d+$/), z.enum(LIFECYCLES))
    .default({})
    .describe('Words for product status ids that bom-audit does not know, for instance {"9": "preliminary"}'),
});

const Quota = z.strictObject({
  perMinute: z.int().min(1).max(99).default(99).describe('Calls in any rolling 60 seconds'),
  perDay: z.int().min(1).default(1000).describe('Calls in a day, where DigiKey does not say'),
  perRun: z.int().min(0).nullable().default(null).describe('Calls in one run; --budget overrides'),
  atOnce: z.int().min(1).max(50).default(10).describe('Calls in flight'),
});

const Layout = z.strictObject({
  headers: z.array(z.string()).min(1).describe('The header row, cell by cell'),
  mpnColumns: columns,
  manufacturerColumns: columns,
  quantityColumn: z.string().nullable(),
  designatorColumn: z.string().nullable(),
});

const BomSettings = z.strictObject({
  sheet: z.string().nullable().default(null),
  headerRow: z.int().min(1).nullable().default(null),
  mpnColumns: columns
    .default([])
    .describe('Names, letters or numbers of columns; empty: found by name and content'),
  manufacturerColumns: columns.default([]),
  quantityColumn: z.string().nullable().default(null),
  designatorColumn: z.string().nullable().default(null),
  encoding: z.string().nullable().default(null),
  layouts: z
    .array(Layout)
    .default([])
    .describe('Columns of files with the same header; bom-audit plan --save-columns writes them'),
  includeNotFitted: z.boolean().default(false).describe('Audit lines that are marked as not fitted, too'),
});

const Matching = z.strictObject({
  manufacturerAliases: z
    .record(z.string(), z.string())
    .default({})
    .describe('Your own spellings of makers, for instance {"TexInst": "Texas Instruments"}'),
  packagingIsSame: z
    .boolean()
    .default(false)
    .describe('Count a number that differs by a packaging or lead-free suffix only as the same part'),
});

/** Everything that can be set in `audit.config.json`, with its default; secrets cannot. */
export const Config = z.strictObject({
  $schema: z.string().optional(),
  out: z.string().min(1).default('audit-out'),
  formats: z.array(z.enum(FORMATS)).default([...DEFAULT_FORMATS]),
  database: z.string().nullable().default(null).describe("null: the user's own, shared by all runs"),
  digikey: DigiKey.prefault({}),
  quota: Quota.prefault({}),
  maxAgeDays: MaxAgeDays.prefault({}),
  policy: Policy.prefault({}),
  waivers: Waivers.default([]).describe('Findings that are accepted for a reason, until a day'),
  waiversFile: z.string().nullable().default(null).describe('A JSON file with more of them, in a list'),
  buying: Buying.prefault({}),
  bom: BomSettings.prefault({}),
  matching: Matching.prefault({}),
});
export type Config = z.infer<typeof Config>;

/** The same as a JSON Schema, for completion in editors. */
export function configJsonSchema(): object {
  return z.toJSONSchema(Config, { io: 'input' });
}
