import type { Finding } from './finding.ts';
import { coversBom, standingOf, type Waiver, waiverFinder } from './waivers.ts';

/** A waiver and what became of it. */
export interface WaiverOutcome extends Waiver {
  /** `undecided`: the part was not checked, so that nobody knows its state. */
  readonly state: 'applied' | 'expired' | 'lapsed' | 'undecided' | 'unused';
  /** One sentence. */
  readonly says: string;
  /** Indices into the parts of the findings that it waives. */
  readonly parts: readonly number[];
}

/**
 * What became of each waiver, over the sorted parts of a report. One that lapsed for any of its parts is lapsed,
 * since somebody has to look at it again.
 */
export function waiverOutcomes(
  waivers: readonly Waiver[],
  parts: readonly Finding[],
  files: readonly string[],
  today: string,
): readonly WaiverOutcome[] {
  const find = waiverFinder(waivers);
  const concerned = waivers.map((): number[] => []);
  for (const [index, part] of parts.entries()) {
    for (const waiver of find(part)) {
      const inScope = part.uses.some(({ bom }) => coversBom(waivers[waiver]!, files[bom]!));
      if (inScope) concerned[waiver]!.push(index);
    }
  }
  return waivers.map((waiver, index) => ({
    ...waiver,
    ...outcomeOf(waiver, concerned[index]!, parts, files, today),
  }));
}

function outcomeOf(
  waiver: Waiver,
  concerned: readonly number[],
  parts: readonly Finding[],
  files: readonly string[],
  today: string,
): Pick<WaiverOutcome, 'state' | 'says' | 'parts'> {
  if (today > waiver.until)
    return { state: 'expired', says: `It was granted until ${waiver.until}.`, parts: [] };
  const waived = concerned.filter(
    (index) =>
      standingOf(waiver, parts[index]!, today).kind === 'holds' && isWaivedIn(parts[index]!, waiver, files),
  );
  const lapsed = concerned.flatMap((index) => lapse(parts[index]!, waiver, today));
  if (lapsed.length > 0) return { state: 'lapsed', says: lapsed.join(' '), parts: waived };
  if (waived.length > 0) return { state: 'applied', says: `It holds until ${waiver.until}.`, parts: waived };
  if (concerned.some((index) => parts[index]!.match === 'unchecked'))
    return { state: 'undecided', says: 'Its part is not checked yet.', parts: [] };
  const says =
    concerned.length === 0 ? 'No BOM in its scope names such a part.' : 'Its part needs no waiver.';
  return { state: 'unused', says, parts: [] };
}

/** Why the waiver does not hold any more for a part that would need it. */
function lapse(part: Finding, waiver: Waiver, today: string): readonly string[] {
  if (part.match === 'unchecked' || part.bare === 'ok') return [];
  const standing = standingOf(waiver, part, today);
  return standing.kind === 'lapsed' ? [`${part.mpn}: ${standing.why}.`] : [];
}

function isWaivedIn({ uses }: Finding, waiver: Waiver, files: readonly string[]): boolean {
  return uses.some(({ bom, severity }) => severity === 'waived' && coversBom(waiver, files[bom]!));
}
