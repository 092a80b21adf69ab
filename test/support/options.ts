import type { AuditOptions, Watch } from '../../src/app/audit.ts';
import { decisionsOf } from '../../src/cli/decisions.ts';
import { rulesOf } from '../../src/cli/settings.ts';
import type { Settings } from '../../src/config/config.ts';
import type { Bom } from '../../src/core/bom/line.ts';

/** What a plain run over these BOMs is audited with. */
export function auditOptions(settings: Settings, boms: readonly Bom[], folder: string): AuditOptions {
  return {
    ...decisionsOf(settings, {}, boms, folder),
    folder,
    sources: [{ name: 'test', baseUrl: 'http://127.0.0.1', namedBy: null }],
    tool: { name: 'bom-audit', version: 'test' },
    rules: rulesOf(settings),
    ages: settings.maxAgeDays,
    lifecycleFrom: 'search',
    atOnce: settings.quota.atOnce,
    offline: false,
    refresh: false,
    substitutes: false,
    includeNotFitted: settings.bom.includeNotFitted,
    annotated: boms.map(() => null),
  };
}

/** Nobody looks on, and nobody ends it. */
export function unwatched(): Watch {
  return { signal: new AbortController().signal, onEvent() {} };
}
