import { type Chosen, withShare } from './chosen.ts';
import { type Column, isContradicted, isFilledEnough, isOpen, likeliest, says } from './columns.ts';
import { plainHeader } from './vocabulary.ts';

/** The columns of part numbers: those that say so, else one that may be meant and whose cells bear it out, else by the cells. */
export function chooseMpn(columns: readonly Column[]): Chosen[] {
  const sound = columns.filter((column) => !isContradicted(column));
  const named = sound.filter((column) => says(column, 'mpn', 3));
  const filled = named.filter(({ profile }) => profile.filled > 0);
  if (filled.length > 0) return withAlternates(filled, sound, 'its header says so');

  const usual = likeliest(
    sound.filter((column) => says(column, 'mpn', 2)),
    'mpn',
    0.3,
  );
  const open = sound.filter((column) => isOpen(column) && isFilledEnough(column));
  const unheaded = likeliest(open, 'mpn', 0.6);
  if (usual !== undefined && !(unheaded && unheaded.profile.mpn > usual.profile.mpn + 0.3)) {
    const alike = sound.filter((column) => isNumberedLike(column, usual) && column.profile.mpn >= 0.3);
    return withAlternates(alike, sound, 'its header may mean it and its cells bear it out');
  }
  const alternates = withAlternates([], sound, 'its header says so');
  if (alternates.length > 0) return alternates;

  const names = open.filter((column) => says(column, 'name'));
  const byCells = unheaded ?? likeliest(names, 'mpn', 0.4);
  if (byCells !== undefined && (named.length === 0 || byCells.meaning === null)) {
    return likeIt(byCells, open).map((column) =>
      withShare(column, 'cells', 'its cells look like part numbers'),
    );
  }
  return numberedBeside(columns) ?? emptyOnes(columns);
}

/** `Part No. 1` and `Part No. 2`. */
function isNumberedLike(column: Column, { name }: Column): boolean {
  const plain = (header: string) => plainHeader(header).replace(/ ?\b\d+\b/g, '');
  return says(column, 'mpn', 2) && plain(column.name) === plain(name);
}

/** Columns under headers that nobody knows: the build variants of one board, each with its own part numbers. */
function likeIt(byCells: Column, open: readonly Column[]): readonly Column[] {
  const isUnknown = ({ meaning }: Column) =>
    meaning === null || (meaning.role === 'mpn' && meaning.rank === 1);
  if (!isUnknown(byCells)) return [byCells];
  return open.filter((column) => column === byCells || (isUnknown(column) && column.profile.mpn >= 0.7));
}

/** Numbers of one scheme are a house's own, unless all that stands beside them is their makers. */
function numberedBeside(columns: readonly Column[]): Chosen[] | null {
  const hasMakers = columns.some(({ profile }) => profile.makers >= 0.6);
  const numbered = columns.filter(
    (column) => says(column, 'mpn', 2) && column.profile.numbering !== null && column.profile.ordered < 0.6,
  );
  if (!hasMakers || numbered.length === 0) return null;
  return numbered.map((column) => withShare(column, 'header', 'its header may mean it'));
}

function emptyOnes(columns: readonly Column[]): Chosen[] {
  const empty = columns.filter((column) => says(column, 'mpn', 2) && column.profile.filled === 0);
  return empty.map((column) => withShare(column, 'header', 'its header says so, but it is empty'));
}

function withAlternates(main: readonly Column[], columns: readonly Column[], reason: string): Chosen[] {
  const alternates = columns.filter((column) => says(column, 'alternate') && column.profile.mpn >= 0.5);
  return [...main, ...alternates].map((column) => withShare(column, 'header', reason));
}
