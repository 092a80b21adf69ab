import { rank } from '../judge/lifecycle.ts';
import { compareSeverity } from '../rule/policy.ts';
import { compareText } from '../text.ts';
import { isValid } from '../words.ts';
import type { PartState, Snapshot, SnapshotPart } from './snapshot.ts';

export const CHANGES = ['introduced', 'worsened', 'improved', 'resolved', 'removed'] as const;

/**
 * `introduced`: at risk, and not named before, or not in this BOM. `worsened`, `improved`: named before, and at
 * risk now. `resolved`: at risk before, and not now. `removed`: at risk before, and not named any more.
 */
export type ChangeKind = (typeof CHANGES)[number];

export interface Change {
  readonly kind: ChangeKind;
  readonly mpn: string;
  readonly manufacturer: string | null;
  /** Null when it was not there. */
  readonly from: PartState | null;
  /** Null when it is not there any more. */
  readonly to: PartState | null;
  /** One sentence. */
  readonly says: string;
}

/** What changed since an earlier audit of the same BOMs. */
export interface Changes {
  /** When that audit began. */
  readonly since: string;
  /** The report that was named as baseline; null: the last complete audit in the database. */
  readonly baseline: string | null;
  /** By kind, in the order of `CHANGES`, then by part number. */
  readonly list: readonly Change[];
}

/** An earlier audit that another is compared with. */
export interface Baseline {
  readonly snapshot: Snapshot;
  /** The report that it was read from; null: from the database. */
  readonly name: string | null;
}

/** The changes by the key of the part. What is unchecked in one of the two audits tells nothing. */
export function compareAudits(before: Snapshot, now: Snapshot): ReadonlyMap<string, Change> {
  const known = new Map(before.parts.filter(isChecked).map((part) => [part.key, part]));
  const present = new Set(now.parts.map(({ key }) => key));
  const changes = new Map<string, Change>();
  for (const part of now.parts.filter(isChecked)) {
    const change = changeOf(known.get(part.key), part);
    if (change) changes.set(part.key, change);
  }
  for (const part of known.values()) {
    if (present.has(part.key) || part.severity === 'ok') continue;
    const says = `No longer in the BOMs; it was ${named(part)}.`;
    changes.set(part.key, { ...head('removed', part), from: stateOf(part), to: null, says });
  }
  return changes;
}

/** By kind, then by part number and maker: the order of a report. */
export function sortChanges(changes: Iterable<Change>): readonly Change[] {
  return [...changes].sort(
    (a, b) =>
      CHANGES.indexOf(a.kind) - CHANGES.indexOf(b.kind) ||
      compareText(a.mpn, b.mpn) ||
      compareText(a.manufacturer ?? '', b.manufacturer ?? ''),
  );
}

/** Whether a change of this kind is what a gate on new findings looks at. */
export function isNew(kind: ChangeKind | undefined): boolean {
  return kind === 'introduced' || kind === 'worsened';
}

function changeOf(before: SnapshotPart | undefined, now: SnapshotPart): Change | undefined {
  const to = stateOf(now);
  if (!before) {
    if (now.severity === 'ok') return undefined;
    return { ...head('introduced', now), from: null, to, says: `New in the BOMs, and ${named(now)}.` };
  }
  const from = stateOf(before);
  const says = transition(before, now);
  if (now.severity === 'ok') {
    if (before.severity === 'ok') return undefined;
    return { ...head('resolved', now), from, to, says };
  }
  const worse = isWorse(before, now);
  const added = now.boms.filter((name) => !before.boms.includes(name));
  if (!worse && added.length > 0) {
    const where = `Newly used in ${added.join(', ')}, and ${named(now)}.`;
    return { ...head('introduced', now), from, to, says: where };
  }
  if (worse) return { ...head('worsened', now), from, to, says };
  return isWorse(now, before) ? { ...head('improved', now), from, to, says } : undefined;
}

function head(
  kind: ChangeKind,
  { mpn, manufacturer }: SnapshotPart,
): Pick<Change, 'kind' | 'mpn' | 'manufacturer'> {
  return { kind, mpn, manufacturer };
}

function stateOf({ match, lifecycle, lastBuyDate, severity, waived }: PartState): PartState {
  return { match, lifecycle, lastBuyDate, severity, waived };
}

function isChecked({ match }: PartState): boolean {
  return match !== 'unchecked';
}

/**
 * A lifecycle that is not known any more, a higher severity, a waiver that holds no longer, a worse lifecycle, or a
 * last-buy date that is nearer. To know what was not known is no worsening, unless the severity says so.
 */
function isWorse(before: PartState, now: PartState): boolean {
  if (now.lifecycle === 'unknown' && before.lifecycle !== 'unknown') return true;
  if (now.severity !== before.severity) return compareSeverity(now.severity, before.severity) > 0;
  if (now.waived !== before.waived) return before.waived;
  if (before.lifecycle === 'unknown') return false;
  if (now.lifecycle !== before.lifecycle) return rank(now.lifecycle) > rank(before.lifecycle);
  return now.lastBuyDate !== null && now.lastBuyDate < (before.lastBuyDate ?? '9999');
}

function named({ match, lifecycle, lastBuyDate }: PartState): string {
  if (!isValid(match)) return match;
  return lastBuyDate === null ? lifecycle : `${lifecycle} (last buy ${lastBuyDate})`;
}

function transition(before: PartState, now: PartState): string {
  const [was, is] = [named(before), named(now)];
  if (was === is && now.waived !== before.waived)
    return `It is ${is} as before, ${now.waived ? 'and waived now' : 'and its waiver holds no longer'}.`;
  if (was === is)
    return `It is ${is} as before, which is to ${now.severity} now and was to ${before.severity}.`;
  return `It was ${was}, and is ${is} now.`;
}
