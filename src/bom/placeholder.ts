const PLACEHOLDERS = new Set(
  (
    'n/a na n.a. n.a nil none null no nan void empty blank undefined unknown unspecified tbd tba tbc t.b.d. ' +
    'dnp dni dnf dnm dns dnl nm np nf n/p any various generic generique generisch misc ' +
    'custom see-note see-notes see-description same'
  ).split(' '),
);
const MORE = new Set([
  'not applicable',
  'not available',
  'not specified',
  'not defined',
  'to be defined',
  'to be determined',
  'no part number',
  'no mpn',
  'do not place',
  'do not populate',
  'any brand',
  'generic part',
  'k. a.',
  'entfällt',
  'aucun',
  'нет',
  '无',
  '暂无',
  'なし',
  '未定',
]);

/** True for what people write where they have no part number or maker: `-`, `N/A`, `TBD`, `Generic`, `???`. */
export function isPlaceholder(text: string): boolean {
  if (text.length > 24) return false;
  if (!/[\p{L}\p{N}]/u.test(text)) return true;
  if (isError(text)) return true;
  const word = text.toLowerCase().replace(/^[<([{"'*]+|[>)\]}"'*!]+$/g, '');
  if (PLACEHOLDERS.has(word) || MORE.has(word)) return true;
  return word.length > 2 && /^(x+|\?+|0+)$/.test(word);
}

/** True for what a spreadsheet shows where a formula fails: `#N/A`, `#REF!`. */
export function isError(text: string): boolean {
  return /^#(?:n\/a|ref!|value!|name\?|div\/0!|null!|num!|nv|bezug!|wert!)$/i.test(text);
}

const MARKER =
  /^(?:dnp|dni|dnf|do\s*n[o']t\s+(?:place|populate|fit|mount|stuff|install|load|assemble|insert)|no[ -]?(?:place|pop|populate|mount|fit|stuff|load|install)|not\s+(?:placed|populated|fitted|mounted|stuffed|installed|loaded|assembled)|un(?:populated|fitted|mounted|placed)|nicht\s+(?:bestücke?n?t?|bestuecke?n?t?|montiere?n?t?)|non\s+(?:monté|monte|montato|câblé|placé)|ne\s+pas\s+(?:monter|câbler|placer)|no\s+(?:montar|montado|poblar)|не\s+(?:устанавливать|монтировать)|不贴|不焊|不装|不安装|空贴|未実装|実装しない|未実装部品)(?=$|[\s,;:.!)\]}(])/iu;
const SHORT_MARKERS = new Set([
  'dnm',
  'dns',
  'dnl',
  'np',
  'n/p',
  'nm',
  'n.m.',
  'nf',
  'n/f',
  'n.b.',
  'nb',
  'n.f.',
  'nofit',
  'nopop',
  'no-pop',
]);

/** False for cells as stored that begin like no such marker, which is most of them. */
export function maySayNotFitted(cell: string): boolean {
  return /^[\sdnu"([{<*!\u0080-\uffff]/i.test(cell);
}

/** True when a whole cell, or its beginning, says that the part is not to be populated: `DNP`, `NP`, `Do not fit (R2)`. */
export function saysNotFitted(text: string): boolean {
  if (text.length < 2) return false;
  const bare = /^[([{<*!]/.test(text) ? text.replace(/^[([{<*!\s]+/, '') : text;
  return MARKER.test(bare) || (text.length <= 6 && SHORT_MARKERS.has(text.toLowerCase()));
}

/** True when a value such as `10k DNP`, `100n (DNF)` or `NA(10k)` marks its part as not populated. */
export function valueSaysNotFitted(text: string): boolean {
  return (
    saysNotFitted(text) ||
    /(?:^|[\s,;/(_-])(?:DNP|DNI|DNF|DNM)(?=$|[\s,;/)_-])/.test(text) ||
    /^NA\(/.test(text)
  );
}
