/** Capitals of other alphabets that look like Latin ones and replace them in text copied from PDFs. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...pair('АВЕЅІЈКМНОРСТХУ', 'ABESIJKMHOPCTXY'),
  ...pair('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
};

/** What people write after a number in its cell. What stands before it is kept, so a bare `DNP` stays. */
const TRAILING_NOTES = [
  /(?<=\S)\s*\(\s*(?:DN[PIFM]|NM|NRND|EOL|obsolete|alt(?:ernat(?:e|ive))?|or (?:equiv\w*|equal|similar)|equiv\w*)\.?\s*\)$/i,
  /(?<=\S)\s*[,;]?\s+or\s+(?:equiv\w*|equal|eq|similar)\.?$/i,
  /(?<=\S)\s+[-–]?\s*DN[PI]$/i,
  /(?<=\S)(?:\s+\.|\s*[,;])$/,
];

/** ASCII without spaces, brackets and quotes, in which there is nothing to clean: nine numbers in ten. */
const PLAIN = /^[\w!#$%&*+,./:<>?@^~-]*[\w#%&*+./~-]$/;

/**
 * The number as it is asked and shown: one line of visible characters, ASCII dashes and widths, Latin letters
 * where look-alikes stood for them, without Excel's text marks and people's trailing notes. Case is kept, and so
 * is every character that a maker may mean. Cleaning what is clean changes nothing.
 */
export function cleanMpn(raw: string): string {
  if (PLAIN.test(raw)) return raw;
  const visible = raw
    .replace(/[\uFF01-\uFF5E\uFB00-\uFB06]/g, (c) => c.normalize('NFKC'))
    .replace(/[\u2010-\u2015\u2043\u2212\u02D7\uFE58\uFE63]/g, '-')
    .replace(/\p{Cf}|[\uFE00-\uFE0F]/gu, '')
    .replace(/[µμ]/g, 'u')
    .replace(/[\s\p{Zs}\p{Cc}]+/gu, ' ')
    .replaceAll('\\,', ',')
    .trim();
  const clean = latin(withoutNotes(unquoted(visible)));
  return clean === raw ? raw : cleanMpn(clean);
}

/** Equal keys are the same number: they differ at most in case and in what `cleanMpn` mends. */
export function mpnKey(raw: string): string {
  return cleanMpn(raw).toUpperCase();
}

/**
 * Equal loose keys under different `mpnKey`s are one number in two spellings: spaces, dashes and underscores
 * aside. Everything else stays, since makers mean it (`+`, `#PBF`, `/NOPB`, `,115`, `.`, `TR`).
 *
 * A dash or underscore between two digits stays as well: there it separates fields of varying length, and
 * without it `1-1734248-5` would equal `11734248-5`, and `TSW-110-07` would equal `TSW-11-007`. Molex's old form
 * of fixed fields, two, two and four digits (`22-05-3021`), is the exception: it loses its dashes. A space
 * between digits is dropped, since makers group digits by spaces only for the eye (HARTING `09 03 196 7921`).
 */
export function looseKey(raw: string): string {
  const joined = mpnKey(raw).replaceAll(' ', '');
  if (/^\d{2}-\d{2}-\d{4}$/.test(joined)) return joined.replaceAll('-', '');
  return joined.replace(/[-_]+/g, '-').replace(/(?<!\d)-|-(?!\d)/g, '');
}

/** Excel's text marks: a leading apostrophe, `="…"`, quotes around the whole. */
function unquoted(text: string): string {
  const inner = /^=?"([^"]+)"$/.exec(text)?.[1] ?? /^'([^']+)'?$/.exec(text)?.[1];
  return inner === undefined ? text : unquoted(inner.trim());
}

function withoutNotes(text: string): string {
  const shorter = TRAILING_NOTES.reduce((rest, note) => rest.replace(note, ''), text);
  return shorter === text ? text : withoutNotes(shorter);
}

/** Only when every foreign letter has a Latin twin: a number that is truly Cyrillic stays as it is. */
function latin(text: string): string {
  const foreign = text.match(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu) ?? [];
  if (!foreign.every((letter) => letter.toUpperCase() in LOOK_ALIKES)) return text;
  return text.replace(/[\p{Script=Cyrillic}\p{Script=Greek}]/gu, (letter) => {
    const capital = letter.toUpperCase();
    const twin = LOOK_ALIKES[capital] ?? letter;
    return letter === capital ? twin : twin.toLowerCase();
  });
}

function pair(from: string, to: string): Record<string, string> {
  return Object.fromEntries([...from].map((letter, i) => [letter, to[i] ?? letter]));
}
