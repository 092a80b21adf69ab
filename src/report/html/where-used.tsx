import type { JSX } from 'preact';
import type { AuditReport } from '../../core/report/report.ts';
import type { BomUse } from '../../core/rule/bom-use.ts';
import { count, number } from '../../core/text.ts';
import { Capped, MAX_PARTS } from './capped.tsx';
import { Scrolling } from './table.tsx';
import { Finding, PartName } from './view.tsx';

/** Parts at risk by BOMs, with the quantities on each board. */
export function WhereUsedSection({
  report: { whereUsed, parts },
  names,
}: {
  report: AuditReport;
  names: readonly string[];
}): JSX.Element {
  const caption = `${count(whereUsed.length, 'part')} at risk by ${count(names.length, 'BOM')}: pieces on one board.`;
  return (
    <section aria-labelledby="where-used" class="sheet">
      <h2 id="where-used">Where used</h2>
      {whereUsed.length === 0 ? (
        <p>No part is at risk.</p>
      ) : (
        <Scrolling label={caption}>
          <table class="grid">
            <caption>{caption}</caption>
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col">Finding</th>
                {names.map((name) => (
                  <th key={name} scope="col" class="number">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {whereUsed.slice(0, MAX_PARTS).map(({ part: index, uses }) => {
                const part = parts[index]!;
                return (
                  <tr key={index}>
                    <th scope="row">
                      <PartName part={part} />
                    </th>
                    <td>
                      <Finding part={part} />
                    </td>
                    {uses.map((use, bom) => (
                      <UseCell key={names[bom]} use={use} />
                    ))}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </Scrolling>
      )}
      <Capped total={whereUsed.length} />
    </section>
  );
}

function UseCell({ use }: { use: BomUse | null }): JSX.Element {
  if (use === null) return <td class="number none">–</td>;
  const { quantity, lines, role, severity } = use;
  if (role === 'alternate')
    return (
      <td class={`number use ${severity}`}>
        <span class="note">alternate</span>
      </td>
    );
  return (
    <td class={`number use ${severity}`}>
      <b>{quantity === null ? 'not said' : number(quantity)}</b>
      {lines > 1 && <span class="note">{count(lines, 'line')}</span>}
    </td>
  );
}
