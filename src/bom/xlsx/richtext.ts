import { absurd } from './absurd.ts';
import type { Tag } from './xml/tag.ts';

/** Characters of a cell: spreadsheets take 32,767, some of them written with seven. */
const LONGEST = 2 ** 20;

/**
 * Gathers the text of a cell or a shared string from its elements: a value, or the texts of all runs. Phonetic readings
 * and runs that are struck out are not part of it.
 */
export class RichText {
  #text = '';
  #isText = false;
  #isStruck = false;
  #phonetic = 0;

  open(tag: Tag): void {
    const { name } = tag;
    if (name === 'r') this.#isStruck = false;
    else if (name === 'strike') this.#isStruck = !/^(?:0|false)$/.test(tag.attribute('val') ?? '1');
    else if (name === 'rPh') this.#phonetic++;
    else this.#isText = (name === 't' || name === 'v') && this.#phonetic === 0 && !this.#isStruck;
  }

  close(name: string): void {
    this.#isText = false;
    if (name === 'r') this.#isStruck = false;
    else if (name === 'rPh') this.#phonetic--;
  }

  add(text: string): void {
    if (this.#isText) this.#text += text;
    if (this.#text.length > LONGEST) throw absurd('a text that is longer than any that a spreadsheet has');
  }

  /** The whole text; the next one begins empty. */
  take(): string {
    const text = this.#text;
    this.#text = '';
    return text;
  }
}

/** Excel writes control characters in strings as `_x000D_`. */
export function unescapeControls(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text;
}
