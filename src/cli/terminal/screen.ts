import type { Environment } from '../../config/environment.ts';
import { visibleLines } from '../../report/text.ts';
import type { Output } from '../io.ts';

/** What `picocolors` puts around our own words: bold, red, green, yellow, blue, and their ends. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the only ones that pass
const COLORS = /(\u001b\[(?:1|22|3[1-4]|39)m)/;

/**
 * The only door to a terminal: whatever a text holds, no control character passes, and of sequences only our colours
 * where `colors` allows them and a person wants them.
 */
export function screen(out: Output, env: Environment, colors: boolean): Output {
  const isWatched = out.isTTY === true;
  const isDumb = env.TERM === 'dumb';
  const showsColors = colors && isWatched && !isDumb && !env.NO_COLOR;
  return {
    write: (text) => out.write(showsColors ? besideColors(text) : visibleLines(text)),
    isTTY: isWatched,
    get columns() {
      return out.columns;
    },
    showsColors,
    canvas: isWatched && !isDumb ? out : undefined,
  };
}

function besideColors(text: string): string {
  const pieces = text.split(COLORS);
  return pieces.map((piece, place) => (place % 2 === 1 ? piece : visibleLines(piece))).join('');
}
