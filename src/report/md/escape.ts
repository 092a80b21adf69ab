import { clip, oneLine, visible } from '../text.ts';

const MAX_CELL = 300;

/** Text from anywhere as a code span that ends where it should, also within a table. */
export function code(text: string): string {
  const shown = clip(visible(oneLine(text)), MAX_CELL);
  if (shown === '') return '';
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${shown.replaceAll('|', '\\|')}${space}${fence}`;
}

/** Text from anywhere as plain prose: no markup, no mention and no link comes out of it. */
export function prose(text: string): string {
  return clip(visible(oneLine(text)), MAX_CELL)
    .replace(/[\\`*_[\]#|<>&~]/g, '\\$&')
    .replace(/@|:(?=\/\/)|www(?=\.)/gi, '$&\u200b');
}
