import type { Statement } from '../../core/judge/statement.ts';
import type { LifecycleWord } from '../../core/words.ts';

/** Words for status ids beyond the known ones, from the user's configuration. */
export type StatusWords = Readonly<Record<string, LifecycleWord>>;

/**
 * `ProductStatus.Id` as recorded answers show it. The text beside it is localised and was renamed, so it never
 * decides; an id that stands neither here nor in the configuration is `unknown`.
 */
const STATUS_WORDS: StatusWords = {
  0: 'active',
  1: 'obsolete',
  2: 'distributor-discontinued',
  4: 'last-buy',
  7: 'nrnd',
};

/** What a product says of its lifecycle. Null: not said. */
export interface LifecycleFields {
  readonly status: { readonly id: number | null; readonly text: string | null };
  readonly endOfLife: boolean | null;
  readonly discontinued: boolean | null;
  /** `YYYY-MM-DD`. */
  readonly lastBuyDate: string | null;
}

/** DigiKey's own fields as statements; `observedAt` is when it answered, ISO 8601 UTC. */
export function toStatements(
  { status, endOfLife, discontinued, lastBuyDate }: LifecycleFields,
  words: StatusWords,
  observedAt: string,
): readonly Statement[] {
  const said = { source: 'DigiKey', lastBuyDate: null, statedAt: null, observedAt } as const;
  const statements: Statement[] = [];
  if (status.id !== null)
    statements.push({ ...said, field: 'status', ...ofStatus(status.id, status.text, words) });
  if (endOfLife)
    statements.push({
      ...said,
      ...FLAG,
      kind: 'relay',
      word: 'eol',
      raw: 'EndOfLife',
      says: 'the flag EndOfLife is set',
    });
  if (discontinued)
    statements.push({
      ...said,
      ...FLAG,
      kind: 'offer',
      word: 'distributor-discontinued',
      raw: 'Discontinued',
      says: 'the flag Discontinued is set',
    });
  if (lastBuyDate !== null)
    statements.push({
      ...said,
      field: 'date',
      kind: 'relay',
      word: 'last-buy',
      raw: lastBuyDate,
      lastBuyDate,
      says: `the last chance to buy is ${lastBuyDate}`,
    });
  return statements;
}

const FLAG = { field: 'flag' } as const;

function ofStatus(
  id: number,
  text: string | null,
  words: StatusWords,
): Pick<Statement, 'kind' | 'word' | 'raw' | 'says'> {
  const word = words[id] ?? STATUS_WORDS[id] ?? 'unknown';
  const raw = text || `id ${id}`;
  const shown = text ? `"${text}"` : `id ${id}`;
  const says =
    word === 'unknown'
      ? `the product status ${shown} (id ${id}) is not one that we know`
      : `the product status is ${shown} (id ${id}), which means ${word}`;
  return { kind: word === 'distributor-discontinued' ? 'offer' : 'relay', word, raw, says };
}
