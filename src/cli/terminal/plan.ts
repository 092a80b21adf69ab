import Table from 'cli-table3';
import type { Plan } from '../../app/plan.ts';
import type { ColumnReason, TableReason } from '../../bom/read.ts';
import type { Bom } from '../../core/bom/line.ts';
import { oneLine, visible } from '../../report/text.ts';

const ROLES: Readonly<Record<ColumnReason['role'], string>> = {
  mpn: 'part numbers',
  manufacturer: 'makers',
  quantity: 'quantity',
  designators: 'designators',
};

/** Which columns were taken and why, with samples, so that a person sees at a glance whether it is right. */
export function columnsShown(bom: Bom, { columns }: TableReason): string {
  const sheet = bom.sheet === null ? '' : `, sheet ${bom.sheet}`;
  const header = bom.headerRow === null ? 'no header' : `header in row ${bom.headerRow}`;
  const encoding = bom.encoding === null || bom.encoding === 'utf8' ? '' : `, read as ${bom.encoding}`;
  const table = new Table({
    head: ['What', 'Column', 'Why', 'For instance'],
    colWidths: [14, 26, 38, 40],
    wordWrap: true,
    style: { head: [], border: [], compact: true },
  });
  for (const { role, letter, name, why, samples } of columns) {
    const column = name === letter ? letter : `${letter} ${visible(oneLine(name))}`;
    table.push([ROLES[role], column, why, samples.map((sample) => visible(oneLine(sample))).join(', ')]);
  }
  const notes = bom.warnings.map((warning) => `Note: ${visible(warning)}\n`).join('');
  return `${visible(bom.file)}${visible(sheet)}: ${bom.lines.length} lines, ${header}${encoding}\n${table}\n${notes}`;
}

/** What a run would ask, and how long it would take. */
export function costShown(cost: Plan): string {
  const { parts, fresh, stale, missing, requests, requestsLeftToday, days } = cost;
  const known = `${parts} parts: ${fresh} known, ${stale} to ask again, ${missing} new\n`;
  if (requests === 0) return `${known}Nothing to ask.\n`;
  const time =
    days > 1 ? `${days} days` : cost.minutes <= 1 ? 'about a minute at most' : `${cost.minutes} minutes`;
  return `${known}${requests} calls, of ${requestsLeftToday} left today: ${time}\n${askedFirst(cost)}`;
}

const SHOWN = 5;

/** What a day's quota or a budget would go to first. */
function askedFirst({ order }: Plan): string {
  const first = order.slice(0, SHOWN).map(({ mpn, lifecycle, boms }) => {
    const why = [...(lifecycle ? [lifecycle] : []), ...(boms > 1 ? [`on ${boms} BOMs`] : [])].join(', ');
    return `${visible(mpn)}${why && ` (${why})`}`;
  });
  return `Asked first: ${first.join(', ')}${order.length > SHOWN ? `, then ${order.length - SHOWN} more` : ''}\n`;
}
