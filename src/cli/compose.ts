import { createHash } from 'node:crypto';
import type { AuditPorts } from '../app/audit.ts';
import type { Credentials, Settings } from '../config/config.ts';
import { AuditError } from '../core/errors.ts';
import { createLimiter } from '../limiter/bottleneck.ts';
import { quotaSpent } from '../limiter/quota.ts';
import type { LoginStore, Pace } from '../ports.ts';
import { createDigiKey } from '../sources/digikey/client.ts';
import { loginToken } from '../sources/digikey/login.ts';
import { createOAuth, type OAuth } from '../sources/digikey/oauth.ts';
import { createTokenSource, givenToken, type Obtain } from '../sources/digikey/token.ts';
import { safeBaseUrl } from '../sources/http.ts';
import { createMeter } from '../sources/meter.ts';
import { openStore, type Store } from '../store/sqlite.ts';
import type { Io } from './io.ts';
import { createLog } from './log.ts';

const PRODUCTION = 'https://api.digikey.com';
/** The longest that one call may take, in milliseconds. */
const CALL_TIMEOUT = 30_000;

/** The parts of a run, put together; `close` releases the database. */
export interface Composition extends AuditPorts {
  readonly pace: Pace;
  readonly oauth: OAuth;
  readonly logins: LoginStore;
  close(): void;
}

/**
 * The only place that names implementations. Answers are kept apart by provider `id`, so that those of a sandbox or
 * an emulator never stand for DigiKey's own. Throws `AuditError` for a database or an address that will
 * not do.
 */
export function compose(
  settings: Settings,
  io: Pick<Io, 'clock' | 'random' | 'stderr'>,
  id?: string,
): Composition {
  const { clock, random } = io;
  const { digikey, quota, credentials, database, tokenKey } = settings;
  const baseUrl = safeBaseUrl(digikey.baseUrl);
  const client = { baseUrl, id: credentials?.clientId ?? '', secret: credentials?.clientSecret ?? '' };
  const pace = { bucket: account(baseUrl, client.id), perMinute: quota.perMinute, perDay: quota.perDay };
  const store = openStore({ path: database, clock, callTimeout: CALL_TIMEOUT, tokenKey });
  const oauth = createOAuth({ client, clock, random, timeoutMs: CALL_TIMEOUT });
  const limiter = createLimiter({
    pace,
    atOnce: quota.atOnce,
    budget: quota.perRun,
    ledger: store.ledger,
    clock,
  });
  const obtain = credentials ? obtainer(credentials, oauth, store, pace.bucket, io) : noCredentials;
  const provider = createDigiKey({
    id: id ?? (baseUrl === PRODUCTION ? 'digikey' : `digikey at ${baseUrl}`),
    baseUrl,
    clientId: client.id,
    locale: digikey,
    statusWords: digikey.statusWords,
    tokens: createTokenSource(obtain, clock),
    timeoutMs: CALL_TIMEOUT,
    quotaSpent,
    limiter,
    clock,
    random,
    log: createLog(settings.log, io.stderr, clock),
    meter: createMeter(),
  });
  return { ...store, provider, limiter, clock, pace, oauth };
}

/** A token that is given is used as it is; a login comes before tokens of the client alone. */
function obtainer(
  { accessToken, refreshToken }: Credentials,
  oauth: OAuth,
  { logins, leases }: Store,
  account: string,
  { clock }: Pick<Io, 'clock'>,
): Obtain {
  if (accessToken) return givenToken(accessToken);
  const ofLogin = loginToken({ oauth, logins, leases, clock, account, seed: refreshToken });
  return async (refused, signal) => {
    const isLoggedIn = refreshToken !== undefined || (await logins.find(account)) !== undefined;
    return isLoggedIn ? ofLogin(refused, signal) : oauth.clientCredentials(signal);
  };
}

/** Names the quota's account without storing the client id itself. */
function account(baseUrl: string, clientId: string): string {
  return createHash('sha256').update(`${baseUrl}\n${clientId}`).digest('hex').slice(0, 16);
}

async function noCredentials(): Promise<never> {
  throw new AuditError(
    'auth',
    'There are no DigiKey credentials: DK_CLIENT_ID and DK_CLIENT_SECRET are not set',
    {
      hint: 'Make an app at https://developer.digikey.com, put its id and secret into the environment or a .env file; bom-audit demo needs none.',
    },
  );
}
