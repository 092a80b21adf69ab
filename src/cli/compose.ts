import { createHash } from 'node:crypto';
import type { AuditPorts } from '../audit/audit.ts';
import type { Settings } from '../config/config.ts';
import { AuditError } from '../core/errors.ts';
import { createLimiter } from '../limiter/bottleneck.ts';
import { quotaSpent } from '../limiter/quota.ts';
import type { Pace } from '../ports.ts';
import { createDigiKey } from '../providers/digikey/client.ts';
import { createTokenSource, type TokenSource } from '../providers/digikey/token.ts';
import { CALL_TIMEOUT, safeBaseUrl } from '../providers/http.ts';
import { openStore } from '../store/sqlite.ts';
import type { Io } from './io.ts';

const PRODUCTION = 'https://api.digikey.com';

/** The parts of a run, put together; `close` releases the database. */
export interface Composition extends AuditPorts {
  readonly pace: Pace;
  close(): void;
}

/**
 * The only place that names implementations. Answers are kept apart by provider `id`, so that those of a sandbox or
 * an emulator never stand for DigiKey's own. Throws `AuditError` for a database or an address that will
 * not do.
 */
export function compose(settings: Settings, io: Io, id?: string): Composition {
  const { clock, random } = io;
  const { digikey, quota, credentials } = settings;
  const baseUrl = safeBaseUrl(digikey.baseUrl);
  const client = { baseUrl, id: credentials?.clientId ?? '', secret: credentials?.clientSecret ?? '' };
  const pace = { bucket: account(baseUrl, client.id), perMinute: quota.perMinute, perDay: quota.perDay };
  const store = openStore(settings.database, clock, CALL_TIMEOUT);
  const limiter = createLimiter(pace, quota.atOnce, store.ledger, clock);
  const provider = createDigiKey({
    id: id ?? (baseUrl === PRODUCTION ? 'digikey' : `digikey at ${baseUrl}`),
    baseUrl,
    clientId: client.id,
    locale: digikey,
    tokens: credentials ? createTokenSource(client, clock, random) : noCredentials,
    quotaSpent,
    limiter,
    clock,
    random,
    log: { debug() {}, warn() {} },
  });
  return { provider, limiter, clock, pace, answers: store.answers, runs: store.runs, close: store.close };
}

/** Names the quota's account without storing the client id itself. */
function account(baseUrl: string, clientId: string): string {
  return createHash('sha256').update(`${baseUrl}\n${clientId}`).digest('hex').slice(0, 16);
}

const noCredentials: TokenSource = {
  get() {
    throw new AuditError(
      'auth',
      'There are no DigiKey credentials: DK_CLIENT_ID and DK_CLIENT_SECRET are not set',
      {
        hint: 'Make an app at https://developer.digikey.com, put its id and secret into the environment or a .env file; bom-audit demo needs none.',
      },
    );
  },
  drop() {},
};
