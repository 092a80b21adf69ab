import type { ReportSource } from '../core/report/report.ts';

/** `DigiKey, https://api.digikey.com`; with the file of the working folder that says so, where one does. */
export function sourceText({ name, baseUrl, namedBy }: ReportSource): string {
  const who = namedBy === null ? '' : `, an address that ${namedBy} of the working folder names`;
  return `${name}, ${baseUrl}${who}`;
}
