const ONE = /^([A-Za-z_$+!/]*[A-Za-z_$+!][A-Za-z0-9_$+!.]*?)?(\d+)([A-Za-z]{0,2}|[-_.]\d+[A-Za-z]?)$/;
const NAME = /^(?=.*[A-Za-z0-9])[A-Za-z0-9_$+!#&/.-]{1,24}$/;
/** What most cells hold: one designator. */
const SINGLE = /^[A-Za-z]{1,10}\d{1,10}$/;
/** One board does not have more than this many of a kind; a longer range is a slip of the pen. */
const LONGEST_RANGE = 20_000;

/**
 * The designators that a cell lists: `C1-C3, C7` is C1, C2, C3, C7, and `C1,4,5` is C1, C4, C5.
 * Ranges may be written `R1-R4`, `R1-4`, `R1..R4`, `R1…R4`, `R1~R4`, `R1 to R4`; null when the cell is no list of designators.
 */
export function expandDesignators(cell: string): string[] | null {
  if (SINGLE.test(cell)) return [cell];
  const joined = cell
    .replace(/\s*(?:\.{2,}|…|~|–|—|\bto\b|\bthru\b|\bbis\b)\s*/gi, '..')
    .replace(/(?<=\d)\+(?=[A-Za-z])/g, ' ')
    .replace(/([A-Za-z]\d+|(?<=[\s,;])\d+)\s*-\s*([A-Za-z]*\d)/g, '$1..$2');
  const found: string[] = [];
  let prefix = '';
  for (const item of joined.split(/[\s,;]+/)) {
    if (item === '' || item === '/') continue;
    const names = expandItem(item, prefix);
    if (names === null) return null;
    for (const name of names) found.push(name);
    prefix = prefixOf(names[names.length - 1]!) ?? prefix;
  }
  return found.length === 0 ? null : found;
}

function expandItem(item: string, prefix: string): string[] | null {
  const [from, to, ...more] = item.split('..');
  if (from === undefined || from === '' || more.length > 0) return null;
  const first = withPrefix(from, prefix);
  if (to === undefined || to === '') return NAME.test(first) ? [first] : null;
  return range(first, withPrefix(to, prefixOf(first) ?? prefix));
}

/** A bare number takes the letters of the designator before it. */
function withPrefix(item: string, prefix: string): string {
  return /^\d+$/.test(item) ? prefix + item : item;
}

function prefixOf(name: string): string | null {
  const match = ONE.exec(name);
  return match?.[1] ?? null;
}

function range(first: string, last: string): string[] | null {
  const from = ONE.exec(first);
  const to = ONE.exec(last);
  if (from === null || to === null || (from[1] ?? '') !== (to[1] ?? '')) return null;
  const start = Number(from[2]);
  const end = Number(to[2]);
  if (end < start || end - start > LONGEST_RANGE) return null;
  const width = from[2]!.startsWith('0') ? from[2]!.length : 0;
  return Array.from(
    { length: end - start + 1 },
    (_, step) => (from[1] ?? '') + String(start + step).padStart(width, '0'),
  );
}

const TYPICAL = /^([A-Za-z]{1,4})(\d{1,5})[A-Za-z]?$/;
/** Letters of two or more that stand before designators with three and more digits; `NE555P` is a part number. */
const PREFIXES = new Set(
  `ANT AR BAT BR BT CB CN CON COM CR DS DZ EC FB FD FER FID FL FS GND HDR HS IC JP JMP KEY LCD LD LED LS MH MIC MK
  MOD MP MTG NT NTC OK OSC PAD PC POT PS PTC QD RA RL RN RP RT RV SB SH SJ SK SP SPK ST SW TC TH TP TR TS TVS UN
  USB VD VR VT XT XTAL ZD`.split(/\s+/),
);
const ALLOWED = /^(?:[A-Za-z_+]{0,10}\d{1,5}[A-Za-z]?\d{0,3}|[A-Za-z]{2,10})$/;

/** True for what looks like designators and like nothing else: `R1`, `C1 C2`, `U1-U3`, `C1,4,5`. */
export function looksLikeDesignators(cell: string): boolean {
  const items = cell
    .split(/[\s,;]+|\.\.+|(?<=\d)\+(?=[A-Za-z])|(?<=\d)[-–~…](?=[A-Za-z]{0,4}\d)/)
    .filter((item) => item !== '' && item !== '/');
  return items.some(isTypical) && items.every((item) => ALLOWED.test(item)) && isRising(items);
}

function isTypical(item: string): boolean {
  const [, letters = '', digits = ''] = TYPICAL.exec(item) ?? [];
  return letters.length === 1 || (digits !== '' && digits.length < 3) || PREFIXES.has(letters.toUpperCase());
}

/** Bare numbers go on from the number before them: `C1,4,5`, and not `BAS316,115`. */
function isRising(items: readonly string[]): boolean {
  return items.every((item, place) => {
    if (place === 0 || !/^\d+$/.test(item)) return true;
    return Number(item) > Number(/\d+/.exec(items[place - 1]!)?.[0] ?? 0);
  });
}
