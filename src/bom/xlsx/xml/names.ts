/** The name of an element. */
export interface ElementName {
  readonly full: string;
  /** Without its prefix: producers differ in theirs. */
  readonly local: string;
  /** With its colon; empty without one. */
  readonly prefix: string;
}

/** Names of one length that are remembered; OOXML has a handful. */
const MOST = 32;

/** Finds names in a text; the same name is the same object, which spares a million strings. */
export class Names {
  readonly #byLength: ElementName[][] = [];

  at(text: string, from: number, to: number): ElementName {
    this.#byLength[to - from] ??= [];
    const alike = this.#byLength[to - from]!;
    for (const known of alike) if (text.startsWith(known.full, from)) return known;
    const full = text.slice(from, to);
    const local = full.indexOf(':') + 1;
    const name = { full, local: full.slice(local), prefix: full.slice(0, local) };
    if (alike.length < MOST) alike.push(name);
    return name;
  }
}
