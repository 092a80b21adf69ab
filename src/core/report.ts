import type { ColumnMap } from './line.ts';
import type { LifecycleWord, MatchWord, Severity, Verdict } from './words.ts';

/** The encodings of a report that can be asked for. */
export const FORMATS = ['html', 'xlsx', 'json', 'csv', 'md'] as const;
export type Format = (typeof FORMATS)[number];

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
  /** Worst first: by severity, lifecycle, last-buy date, MPN, manufacturer. */
  readonly parts: readonly ReportPart[];
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
}

export interface ReportPart {
  /** As the BOM asks. */
  readonly mpn: string;
  readonly manufacturer: string | null;
  readonly match: MatchWord;
  readonly lifecycle: LifecycleWord;
  /** One sentence that a person can act on. */
  readonly reason: string;
  /** Null unless the match is valid. */
  readonly matched: MatchedPart | null;
  /** Sentences: where the provider's own fields disagree. */
  readonly conflicts: readonly string[];
  /** What else it could be; for `near` the suggestions, at most five. */
  readonly candidates: readonly Candidate[];
  /** How the verdict came about, step by step, in sentences. */
  readonly evidence: readonly string[];
  readonly severity: Severity;
  /** When the provider answered; null when unchecked. */
  readonly observedAt: string | null;
  readonly source: 'network' | 'cache' | null;
  readonly lines: readonly ReportLine[];
}

export interface MatchedPart {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly dkpn: string | null;
  readonly statusId: number | null;
  readonly statusText: string | null;
  readonly endOfLife: boolean | null;
  readonly discontinued: boolean | null;
  readonly lastBuyDate: string | null;
  /** Negative when it has passed. */
  readonly daysToLastBuy: number | null;
  readonly quantityAvailable: number | null;
  /** The part of it that marketplace sellers hold. */
  readonly marketplaceQuantity: number;
  readonly leadWeeks: number | null;
  readonly normallyStocking: boolean | null;
  readonly productUrl: string | null;
  readonly datasheetUrl: string | null;
}

export interface Candidate {
  readonly mpn: string;
  readonly manufacturer: string;
  readonly lifecycle: LifecycleWord;
  /** Why it is suggested; null where the match says it all. */
  readonly why: string | null;
}

export interface ReportLine {
  /** Index into `boms`. */
  readonly bom: number;
  readonly row: number;
  readonly designators: string | null;
  readonly quantity: number | null;
  /** `alternate`: the line's first part number is another. */
  readonly role: 'primary' | 'alternate';
}

export interface UnidentifiedLine {
  readonly bom: number;
  readonly row: number;
  readonly designators: string | null;
  readonly quantity: number | null;
  readonly match: 'no-mpn';
  readonly severity: Severity;
  readonly reason: string;
}

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
