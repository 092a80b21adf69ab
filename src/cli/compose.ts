import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { AuditPorts } from '../app/audit.ts';
import type { Credentials, Settings } from '../config/config.ts';
import { isDigiKeys, sourceName } from '../core/address.ts';
import { AuditError } from '../core/errors.ts';
import type { ReportSource } from '../core/report/report.ts';
import { createLimiter } from '../limiter/bottleneck.ts';
import { quotaSpent } from '../limiter/quota.ts';
import type { LoginStore, Pace } from '../ports.ts';
import { createDigiKey } from '../sources/digikey/client.ts';
import { loginToken } from '../sources/digikey/login.ts';
import { createOAuth, type OAuth } from '../sources/digikey/oauth.ts';
import { createTokenSource, givenToken, type Obtain } from '../sources/digikey/token.ts';
import { createCall, safeBaseUrl } from '../sources/http.ts';
import { createMeter } from '../sources/meter.ts';
import { proxyFor } from '../sources/proxy.ts';
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
  /** Under which its login is kept: one for each server and client id, and one more for each folder that names a server. */
  readonly loginAccount: string;
  readonly source: ReportSource;
  close(): void;
}

/**
 * The only place that names implementations. Answers are kept apart by provider `id`, so that those of a sandbox or
 * an emulator never stand for DigiKey's own. Throws `AuditError` for a database or an address that will
 * not do.
 */
export function compose(
  settings: Settings,
  io: Pick<Io, 'clock' | 'env' | 'random' | 'stderr'>,
  id?: string,
): Composition {
  const { clock, random } = io;
  const { digikey, quota, credentials, database, tokenKey } = settings;
  const baseUrl = safeBaseUrl(digikey.baseUrl);
  const call = createCall(proxyFor(new URL(baseUrl), io.env));
  const client = { baseUrl, id: credentials?.clientId ?? '', secret: credentials?.clientSecret ?? '' };
  const pace = { bucket: account(baseUrl, client.id), perMinute: quota.perMinute, perDay: quota.perDay };
  const store = openStore({ path: database, clock, callTimeout: CALL_TIMEOUT, tokenKey });
  const loginAccount = sharesLogin(settings)
    ? pace.bucket
    : account(baseUrl, client.id, settings.addressFrom.name);
  const oauth = createOAuth({ call, client, clock, random, timeoutMs: CALL_TIMEOUT });
  const limiter = createLimiter({
    pace,
    atOnce: quota.atOnce,
    budget: quota.perRun,
    ledger: store.ledger,
    clock,
  });
  const obtain = credentials ? obtainer(credentials, oauth, store, loginAccount, io) : noCredentials;
  const provider = createDigiKey({
    id: id ?? (baseUrl === PRODUCTION ? 'digikey' : `digikey at ${baseUrl}`),
    call,
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
  return { ...store, provider, limiter, clock, pace, oauth, loginAccount, source: sourceOf(settings) };
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

/** Names an account without storing the client id itself. */
function account(...parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** A server that a file of the working folder names gets no login that was made elsewhere. */
function sharesLogin({ digikey, addressFrom }: Settings): boolean {
  return addressFrom.isOwn || isDigiKeys(digikey.baseUrl);
}

function sourceOf(settings: Settings): ReportSource {
  const { baseUrl } = settings.digikey;
  const namedBy = sharesLogin(settings) ? null : basename(settings.addressFrom.name);
  return { name: sourceName(baseUrl), baseUrl, namedBy };
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
