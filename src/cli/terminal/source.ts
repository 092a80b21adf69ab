import type { ReportSource } from '../../core/report/report.ts';
import { sourceText } from '../../report/source.ts';
import type { Io } from '../io.ts';

/** Warns, before anything is sent, of an address that merely lies in the working folder. */
export function tellSource(source: ReportSource, { stderr }: Pick<Io, 'stderr'>): void {
  if (source.namedBy !== null) stderr.write(`Asking: ${sourceText(source)}\n`);
}
