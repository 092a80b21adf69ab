import { count } from '../core/text.ts';

/** Everything that has no shape of its own: controls, invisible and direction marks, broken surrogates. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u{FFFE}\u{FFFF}]/gu;
/** Nine cells in ten. */
const PLAIN = /^[\x20-\x7e]*$/;

/** The text with every invisible character as a sign that can be seen: `␀` for NUL, `⟨U+202E⟩` for the rest. */
export function visible(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    return code === 0x7f ? '␡' : `⟨U+${code.toString(16).toUpperCase().padStart(4, '0')}⟩`;
  });
}

/** The same line by line: line breaks stay, as `\n`. */
export function visibleLines(text: string): string {
  return text.split(/\r?\n/).map(visible).join('\n');
}

/** JSON without an invisible character but its own line breaks: in a text they are written as `\u202e`. */
export function jsonText(value: unknown, indent = 0): string {
  const json = JSON.stringify(value, null, indent);
  if (PLAIN.test(json)) return json;
  return json.replace(INVISIBLE, (character) => (character === '\n' ? character : escaped(character)));
}

function escaped(character: string): string {
  const units = character.split('').map((unit) => unit.charCodeAt(0).toString(16).padStart(4, '0'));
  return units.map((unit) => `\\u${unit}`).join('');
}

/** The text on one line: line breaks and tabs, which only separate in a list, become single spaces. */
export function oneLine(text: string): string {
  return text.replace(/[\s\u{85}]+/gu, ' ').trim();
}

/** At most `length` UTF-16 units, the last one an ellipsis when something was cut; no character is halved. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** An instant in UTC to the minute: `2026-11-21 02:00 UTC`. */
export function minute(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** `in 41 days`, `today`, `12 days ago`. */
export function fromNow(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

/** The address when it is http or https, as it may be followed from a report; else null. */
export function webAddress(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed.href : null;
}
