import type { ColumnMap } from '../bom/line.ts';
import type { Buy, BuyingPlan } from '../buying/demand.ts';
import type { ChangeKind, Changes } from '../history/changes.ts';
import type { TrendPoint } from '../history/trend.ts';
import type { Candidate } from '../judge/candidate.ts';
import type { Finding } from '../rule/finding.ts';
import type { UnidentifiedLine } from '../rule/findings.ts';
import type { Policy } from '../rule/policy.ts';
import type { WaiverOutcome } from '../rule/waiver-outcomes.ts';
import type { LifecycleWord, MatchWord, Severity, Verdict } from '../words.ts';
import type { WhereUsed } from './where-used.ts';

/** The encodings of a report that can be asked for. */
export const FORMATS = ['html', 'xlsx', 'json', 'csv', 'md', 'ics', 'sarif', 'junit', 'cyclonedx'] as const;
export type Format = (typeof FORMATS)[number];

/** What is written when nobody says. */
export const DEFAULT_FORMATS: readonly Format[] = ['html', 'xlsx', 'json', 'csv', 'md'];

/** The file in the output folder that each format becomes. */
export const FILE_NAMES: Readonly<Record<Format, string>> = {
  html: 'report.html',
  xlsx: 'report.xlsx',
  json: 'report.json',
  csv: 'report.csv',
  md: 'report.md',
  ics: 'last-buy.ics',
  sarif: 'report.sarif',
  junit: 'report.junit.xml',
  cyclonedx: 'report.cdx.json',
};

/**
 * The whole outcome of an audit, flat, sorted and counted: what every writer encodes and no writer computes.
 * `report.json` is this object. Days are `YYYY-MM-DD`, instants ISO 8601 in UTC, rows 1-based.
 */
export interface AuditReport {
  readonly schema: 'bom-audit/report/1';
  readonly tool: { readonly name: string; readonly version: string };
  /** When the audit began; ages and days left are counted from it. */
  readonly asOf: string;
  readonly verdict: Verdict;
  readonly reasons: readonly string[];
  readonly boms: readonly ReportBom[];
  readonly totals: Totals;
  readonly quota: QuotaUse;
  /** Who was asked. */
  readonly sources: readonly ReportSource[];
  /** Worst first: by severity, lifecycle, last-buy date, MPN, manufacturer. */
  readonly parts: readonly ReportPart[];
  /** True when only what is introduced or worse since the baseline may fail: the rest is a warning at most. */
  readonly onlyNew: boolean;
  /** Since the last audit of the same BOMs; null when there was none. */
  readonly changes: Changes | null;
  /** Earlier audits of the same BOMs, the oldest first, one for each day, at most twelve. */
  readonly trend: readonly TrendPoint[];
  /** What the last buys of `parts` were worked out with. */
  readonly buying: BuyingPlan;
  /** Parts at risk by BOM, in the order of `parts`. */
  readonly whereUsed: readonly WhereUsed[];
  /** Every waiver of the configuration, in its order, with what became of it. */
  readonly waivers: readonly WaiverOutcome[];
  /** Fitted lines that name no part number: nobody checked them. */
  readonly unidentified: readonly UnidentifiedLine[];
  /** Lines that were left out on purpose, with the reason. */
  readonly skipped: readonly SkippedLine[];
  /** Rows that could not be read. */
  readonly problems: readonly ReportProblem[];
}

export interface ReportBom {
  /** The path as the user gave it. */
  readonly file: string;
  readonly sheet: string | null;
  readonly headerRow: number | null;
  readonly sha256: string;
  readonly lineItems: number;
  readonly columns: ColumnMap;
  /** File name in the output folder; null when no annotated copy was written. */
  readonly annotated: string | null;
  readonly warnings: readonly string[];
  /** What this BOM was judged by. */
  readonly policy: Policy;
  /** Null when nobody said. */
  readonly boardsPerYear: number | null;
}

export interface Totals {
  readonly lineItems: number;
  /** Distinct parts that were asked for: part number and manufacturer together. */
  readonly parts: number;
  /** Parts with an answer, whatever it says. */
  readonly checked: number;
  /** checked / parts; 1 when there are no parts. */
  readonly coverage: number;
  readonly byLifecycle: Partial<Record<LifecycleWord, number>>;
  /** Parts by match; `no-mpn` counts lines, since those have no part. */
  readonly byMatch: Partial<Record<MatchWord, number>>;
  readonly bySeverity: Partial<Record<Severity, number>>;
}

export interface QuotaUse {
  /** Calls sent for this report, retries included. */
  readonly requests: number;
  /** Parts answered without a call. */
  readonly fromCache: number;
  /** Null when neither the server nor the ledger knows. */
  readonly remainingToday: number | null;
  readonly resetsAt: string | null;
  readonly calls: CallCounts;
}

/** What became of the calls that were sent. */
export interface CallCounts {
  /** Calls for a question that had been sent before. */
  readonly retries: number;
  /** Refusals for going too fast or for a spent day. */
  readonly tooMany: number;
  /** Calls that brought no answer for any other reason. */
  readonly errors: number;
  /** From sending to the last byte; null when nothing was answered. */
  readonly latencyMs: { readonly p50: number; readonly p95: number } | null;
}

/** Who answered, or would have. */
export interface ReportSource {
  /** `DigiKey`, or what else the address is as far as it tells. */
  readonly name: string;
  readonly baseUrl: string;
  /** The file of the working folder that names the address; null when the person or the program does. */
  readonly namedBy: string | null;
}

/** A finding with what earlier audits, the need and the market add to it. */
export interface ReportPart extends Finding {
  /** Null when nothing changed or nothing is known of before. */
  readonly change: ChangeKind | null;
  /** How many to buy and by when to decide; null unless the part is being or has been ended. */
  readonly buy: Buy | null;
  /** What DigiKey lists as substitutes: candidates, not approved by anybody. Null when it was not asked. */
  readonly substitutes: readonly Substitute[] | null;
}

/** A part that DigiKey offers instead, with its own lifecycle by its own answer. */
export interface Substitute extends Candidate {
  /** In DigiKey's word, for instance `Direct` or `Similar`. */
  readonly relation: string;
  readonly match: MatchWord;
  readonly quantityAvailable: number | null;
  readonly productUrl: string | null;
  readonly observedAt: string | null;
}

/** A line that stands for no part of the report, and why. */
export interface SkippedLine {
  readonly bom: number;
  readonly row: number;
  readonly designators: string | null;
  readonly quantity: number | null;
  readonly reason: string;
}

export interface ReportProblem {
  readonly bom: number;
  readonly row: number;
  readonly message: string;
}
