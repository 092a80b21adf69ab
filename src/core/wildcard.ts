/** Matches the whole of a text, where `*` in the pattern stands for any run of characters and `?` for any one. */
export function wildcard(pattern: string): RegExp {
  const plain = pattern.replace(/[\\^$.+()[\]{}|/-]/g, '\\$&');
  return new RegExp(`^${plain.replace(/\*+/g, '.*').replaceAll('?', '.')}$`, 's');
}

/** True when one of the patterns covers the path as it was given, or its last step. */
export function namesFile(patterns: readonly string[], file: string): boolean {
  const path = plainPath(file);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return patterns.some((pattern) => {
    const shape = wildcard(plainPath(pattern));
    return shape.test(path) || shape.test(name);
  });
}

function plainPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
}
