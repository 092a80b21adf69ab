import type { LineItem, Lines, PartRef } from './line.ts';

/** Those that pass the test. */
export function linesThat(lines: Lines, test: (line: LineItem) => boolean): readonly LineItem[] {
  const found: LineItem[] = [];
  for (const line of lines) if (test(line)) found.push(line);
  return found;
}

/** What most lines share with others of the same part. */
type Said = Pick<LineItem, 'parts' | 'fitted' | 'notes'>;

/** Lines in two thirds of the memory that objects take; each is made anew when it is looked at. */
export class PackedLines implements Lines {
  readonly #rows: number[] = [];
  readonly #designators: (string | null)[] = [];
  readonly #quantities: (number | null)[] = [];
  readonly #said: Said[] = [];
  readonly #plain = new Map<readonly PartRef[], Said>();

  get length(): number {
    return this.#rows.length;
  }

  push({ row, designators, quantity, parts, fitted, notes }: LineItem): void {
    this.#rows.push(row);
    this.#designators.push(designators);
    this.#quantities.push(quantity);
    const isPlain = fitted && notes.length === 0;
    this.#said.push(isPlain ? this.#plainOf(parts) : { parts, fitted, notes });
  }

  #plainOf(parts: readonly PartRef[]): Said {
    const known = this.#plain.get(parts);
    if (known !== undefined) return known;
    const said = { parts, fitted: true, notes: [] };
    this.#plain.set(parts, said);
    return said;
  }

  at(index: number): LineItem | undefined {
    const said = this.#said[index];
    if (said === undefined) return undefined;
    const { parts, fitted, notes } = said;
    const [row, designators] = [this.#rows[index]!, this.#designators[index]!];
    return { row, designators, quantity: this.#quantities[index]!, parts, fitted, notes };
  }

  *[Symbol.iterator](): Iterator<LineItem> {
    for (let at = 0; at < this.length; at++) yield this.at(at)!;
  }
}

/** Some of the lines, by their places in ascending order. */
export class PickedLines implements Lines {
  readonly #all: Lines;
  readonly #places: number[] = [];

  constructor(all: Lines) {
    this.#all = all;
  }

  get length(): number {
    return this.#places.length;
  }

  push(place: number): void {
    this.#places.push(place);
  }

  at(index: number): LineItem | undefined {
    const place = this.#places[index];
    return place === undefined ? undefined : this.#all.at(place);
  }

  *[Symbol.iterator](): Iterator<LineItem> {
    for (const place of this.#places) yield this.#all.at(place)!;
  }
}
