import type { RowAnnotation } from '../../core/report/audit-columns.ts';

const MOST = 100_000;

/** The same function, which writes the annotation that many rows share only once; it remembers a bounded number. */
export function remember<T>(write: (annotation: RowAnnotation) => T): (annotation: RowAnnotation) => T {
  const written = new Map<RowAnnotation, T>();
  return (annotation) => {
    const known = written.get(annotation);
    if (known !== undefined) return known;
    const fresh = write(annotation);
    if (written.size >= MOST) written.clear();
    written.set(annotation, fresh);
    return fresh;
  };
}
