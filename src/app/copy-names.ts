import { basename, extname } from 'node:path';

/**
 * The name of each BOM's annotated copy, `NAME.audited.EXT`; BOMs of one name get `NAME-2`, `NAME-3` and so on, in
 * the order given. The same file named twice is annotated once.
 */
export function annotatedNames(files: readonly string[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const file of files) {
    if (names.has(file)) continue;
    const extension = file === '-' ? '.csv' : extname(file);
    const stem = file === '-' ? 'stdin' : basename(file, extension);
    let name = `${stem}.audited${extension}`;
    for (let count = 2; taken.has(name.toLowerCase()); count += 1)
      name = `${stem}-${count}.audited${extension}`;
    taken.add(name.toLowerCase());
    names.set(file, name);
  }
  return names;
}
