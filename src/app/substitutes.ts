import pLimit from 'p-limit';
import { AuditError } from '../core/errors.ts';
import { rank } from '../core/judge/lifecycle.ts';
import type { SubstituteRef } from '../core/judge/listing.ts';
import type { Substitute } from '../core/report/report.ts';
import type { Finding } from '../core/rule/finding.ts';
import type { Lookup, SubstituteLookup } from './lookup.ts';

export interface SubstituteOptions {
  readonly lookup: Lookup & SubstituteLookup;
  readonly atOnce: number;
  /** Use the store only. */
  readonly offline: boolean;
  /** Ask again whatever the age, except what was asked since the audit began. */
  readonly refresh: boolean;
  readonly signal: AbortSignal;
}

/** So many candidates of a part are looked up, in the provider's order. */
const MOST = 5;

/** Substitutes by the key of the part; parts that could not be asked are left out. */
export interface Found {
  readonly substitutes: ReadonlyMap<string, readonly Substitute[]>;
  /** What ended the asking early; null when nothing did. */
  readonly stopped: AuditError | null;
}

/** What an audit has that was not to look for any. */
export const NO_SUBSTITUTES: Found = { substitutes: new Map(), stopped: null };

/**
 * Looks for substitutes of the parts at risk: a call for each part, and one for each candidate that the store does
 * not know, since a candidate is shown with its own lifecycle or not at all. What goes wrong here leaves the audit
 * as it is.
 */
export async function findSubstitutes(
  findings: readonly Finding[],
  options: SubstituteOptions,
): Promise<Found> {
  const substitutes = new Map<string, readonly Substitute[]>();
  const limit = pLimit(options.atOnce);
  let stopped: AuditError | null = null;

  async function find(finding: Finding): Promise<void> {
    if (stopped || options.signal.aborted) return;
    try {
      const candidates = await candidatesOf(finding, options);
      if (candidates) substitutes.set(finding.key, candidates);
    } catch (error) {
      if (!(error instanceof AuditError)) throw error;
      if (error.code !== 'provider') stopped ??= error;
    }
  }

  await Promise.all(findings.filter(isAtRisk).map((finding) => limit(find, finding)));
  return { substitutes, stopped };
}

function isAtRisk({ severity, matched }: Finding): boolean {
  return matched !== null && (severity === 'warn' || severity === 'fail');
}

/** Undefined when nothing is stored and nothing may be asked. */
async function candidatesOf(
  { matched }: Finding,
  options: SubstituteOptions,
): Promise<readonly Substitute[] | undefined> {
  const { lookup, offline, refresh, signal } = options;
  const listed = offline
    ? await lookup.knownSubstitutes(matched!)
    : await lookup.askSubstitutes(matched!, refresh, signal);
  if (!listed) return undefined;
  const others = listed.filter(({ mpn }) => mpn !== matched!.mpn).slice(0, MOST);
  const candidates = await Promise.all(others.map((ref) => toSubstitute(ref, options)));
  return candidates.filter((one) => one !== undefined).sort((a, b) => rank(a.lifecycle) - rank(b.lifecycle));
}

/** Undefined when its lifecycle is not known and may not be asked. */
async function toSubstitute(
  { mpn, manufacturer, relation }: SubstituteRef,
  { lookup, offline, refresh, signal }: SubstituteOptions,
): Promise<Substitute | undefined> {
  const ref = { mpn, manufacturer };
  const [known] = await lookup.known([ref]);
  const usable = known?.state === 'fresh' && (!refresh || known.sinceBegin);
  if (!usable && offline) return undefined;
  const { match, lifecycle, matched, observedAt } = usable ? known.assessment : await lookup.ask(ref, signal);
  return {
    mpn,
    manufacturer,
    relation,
    match,
    lifecycle,
    observedAt,
    why: 'A candidate by DigiKey, approved by nobody: compare the data sheets.',
    quantityAvailable: matched?.quantityAvailable ?? null,
    productUrl: matched?.productUrl ?? null,
  };
}
