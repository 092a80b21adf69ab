/** Whether the maker that a BOM names is the one that a provider lists; `why` is a sentence for its reader. */
export type MakerComparison =
  | { readonly kind: 'agree'; readonly by: Ground; readonly why: string }
  | { readonly kind: 'differ' | 'doubt'; readonly why: string };

/**
 * What an agreement stands on: the very name, another spelling of the same firm, that one firm has become the other,
 * that one bought the line of the other, or that one owns the other.
 */
export type Ground = 'name' | 'spelling' | 'merger' | 'sale' | 'owner';

const GROUNDS: readonly Ground[] = ['name', 'spelling', 'merger', 'sale', 'owner'];

export function agree(by: Ground, why: string): MakerComparison {
  return { kind: 'agree', by, why };
}

export function doubt(why: string): MakerComparison {
  return { kind: 'doubt', why };
}

export function differ(why: string): MakerComparison {
  return { kind: 'differ', why };
}

/** Where a name may stand for several makers, the one that agrees was meant, and the nearest of those. */
export function likeliest(comparisons: readonly MakerComparison[]): MakerComparison {
  return [...comparisons].sort((a, b) => rank(a) - rank(b))[0] ?? doubt('the listing names no maker');
}

function rank(comparison: MakerComparison): number {
  if (comparison.kind === 'agree') return GROUNDS.indexOf(comparison.by);
  return GROUNDS.length + Number(comparison.kind === 'differ');
}
