import type { JSX } from 'preact';
import { number } from '../../core/text.ts';
import type { Severity } from '../../core/words.ts';
import type { AuditedLine } from '../lines.ts';
import { SEVERITY_WORDING, WORST_FIRST } from '../words.ts';

/** The class of a row: its severity, or `unjudged` for a line that was left out or not read. */
export function rowKind({ severity }: AuditedLine): Severity | 'unjudged' {
  return severity ?? 'unjudged';
}

/** One choice for each severity with its count; the style alone applies it. The rest is for the script to show. */
export function Filters({
  lines,
  names,
}: {
  lines: readonly AuditedLine[];
  names: readonly string[];
}): JSX.Element {
  const choices = [...WORST_FIRST, 'unjudged' as const].map((kind) => ({
    kind,
    label: kind === 'unjudged' ? 'Not judged' : SEVERITY_WORDING[kind].label,
    lines: lines.filter((line) => rowKind(line) === kind).length,
  }));
  return (
    <form id="filter">
      <fieldset>
        <legend>Show</legend>
        {[{ kind: 'all', label: 'All', lines: lines.length }, ...choices].map(({ kind, label, lines }) => (
          <label key={kind} class="chip">
            <input
              type="radio"
              name="severity"
              id={`show-${kind}`}
              value={kind === 'all' ? '' : kind}
              checked={kind === 'all'}
              autocomplete="off"
            />
            {label} <b>{number(lines)}</b>
          </label>
        ))}
      </fieldset>
      <div id="with-script" hidden>
        <label>
          Find <input type="search" name="text" autocomplete="off" />
        </label>
        <label>
          BOM{' '}
          <select name="bom" autocomplete="off">
            <option value="">all</option>
            {names.map((name, index) => (
              <option key={name} value={`${index}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <output aria-live="polite" />
      </div>
    </form>
  );
}
