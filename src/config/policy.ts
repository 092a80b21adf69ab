import { z } from 'zod';
import { CONDITION_SENTENCES, parseCondition } from '../core/rule/conditions.ts';
import { LIFECYCLES, MATCHES } from '../core/words.ts';

const PolicyWord = z.enum([
  ...LIFECYCLES,
  ...MATCHES.filter((word) => word !== 'exact' && word !== 'normalized'),
]);
const count = z.int().min(0);
const text = z.string().trim().min(1);
/** What `failOn`, `warnOn` and `--fail-on` take. */
export const PolicyWords = z.array(PolicyWord);
const coverage = z.number().min(0).max(1);
const alternates = z.enum(['primary', 'any']);

const Condition = z
  .strictObject({ when: z.string(), severity: z.enum(['warn', 'fail']) })
  .transform((condition, context) => {
    const test = parseCondition(condition.when);
    if (test) return { ...condition, test };
    const known = CONDITION_SENTENCES.map((sentence) => `"${sentence}"`).join(', ');
    context.addIssue({
      code: 'custom',
      path: ['when'],
      message: `"${condition.when}" is no condition; known are ${known}`,
    });
    return z.NEVER;
  });

const PolicyOverride = z.strictObject({
  files: z.array(z.string().min(1)).min(1).describe('Paths or names of BOM files; * and ? are wildcards'),
  failOn: PolicyWords.exactOptional(),
  warnOn: PolicyWords.exactOptional(),
  conditions: z.array(Condition).exactOptional(),
  coverage: coverage.exactOptional(),
  alternates: alternates.exactOptional(),
});

export const Policy = z.strictObject({
  failOn: PolicyWords.default(['obsolete', 'last-buy-passed', 'eol', 'last-buy']).describe(
    '--fail-on overrides, for every BOM; what it leaves out is to warn',
  ),
  warnOn: PolicyWords.default([
    'nrnd',
    'distributor-discontinued',
    'preliminary',
    'unknown',
    'ambiguous',
    'other-manufacturer',
    'near',
    'not-found',
    'no-mpn',
    'unchecked',
  ]),
  conditions: z
    .array(Condition)
    .default([])
    .describe('For instance {"when": "lead time over 26 weeks", "severity": "warn"}'),
  coverage: coverage.default(0).describe('The share of parts that must be checked, 0 to 1'),
  alternates: alternates
    .default('primary')
    .describe('Which part number decides for a line with several: its first, or the best of them'),
  boms: z.array(PolicyOverride).default([]).describe('What some BOMs are judged by instead; later ones win'),
});

const Waiver = z.strictObject({
  mpn: text.describe('A part number; * and ? are wildcards'),
  manufacturer: text.nullable().default(null),
  boms: z.array(text).min(1).nullable().default(null).describe('Paths or names of BOM files; null: all'),
  reason: text,
  owner: text.describe('Who answers for it'),
  until: z.iso.date().describe('The last day on which it holds'),
  grantedFor: z
    .strictObject({
      lifecycle: z.enum(LIFECYCLES),
      match: z.enum(MATCHES).nullable().default(null),
      lastBuyDate: z.iso.date().nullable().default(null),
    })
    .describe('The state that was accepted; the waiver lapses when it gets worse'),
});

/** The waivers of the configuration, or of a file of their own. */
export const Waivers = z.array(Waiver);

export const Buying = z
  .strictObject({
    boardsPerYear: z
      .union([count, z.record(text, count)])
      .nullable()
      .default(null)
      .describe('One number, or one by BOM file (wildcards allowed); --boards-per-year overrides'),
    years: z.number().min(0).max(50).default(5).describe('How long a last buy is to last'),
    sparesPercent: z.number().min(0).default(0).describe('Kept for repair, of what is mounted'),
    attritionPercent: z.number().min(0).default(0).describe('Lost in assembly'),
    approvalDays: z.int().min(0).default(14).describe('From the decision to buy until it is approved'),
    purchasingDays: z.int().min(0).default(14).describe('From the approval until the order is placed'),
    onHand: z.record(text, count).default({}).describe('Pieces in stock, by part number'),
    onOrder: z.record(text, count).default({}).describe('Pieces on order, by part number'),
  })
  .describe('What the last buy of a part that is ended is worked out with');
