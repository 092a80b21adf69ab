/** A BOM by what a person calls it: a file, and a sheet where it is a workbook. */
interface Named {
  readonly file: string;
  readonly sheet: string | null;
}

/** Short names of the BOMs, by index: the file's own name where no other BOM shares it, else the path as given. */
export function bomNames(boms: readonly Named[]): readonly string[] {
  const paths = new Map<string, Set<string>>();
  for (const { file } of boms) {
    const name = baseName(file);
    paths.set(name, (paths.get(name) ?? new Set()).add(file));
  }
  return boms.map(({ file, sheet }) => {
    const name = paths.get(baseName(file))?.size === 1 ? baseName(file) : file;
    return sheet === null ? name : `${name} [${sheet}]`;
  });
}

function baseName(file: string): string {
  return file.split(/[\\/]/).findLast((step) => step !== '') ?? file;
}
