import { AuditError } from '../../core/errors.ts';
import type { Clock, Leases, Login, LoginStore } from '../../ports.ts';
import type { Grant, OAuth } from './oauth.ts';
import { isGood, type Obtain } from './token.ts';

export interface LoginOptions {
  readonly oauth: OAuth;
  readonly logins: LoginStore;
  readonly leases: Leases;
  readonly clock: Clock;
  /** Whose login: one for each server and client id. */
  readonly account: string;
  /** A refresh token to begin with, from `DK_REFRESH_TOKEN`; counts where no stored one is taken. */
  readonly seed: string | undefined;
}

/** How often to look whether another process has refreshed the login. */
const LOOK_AGAIN = 200;

/**
 * Tokens of a three-legged login. A refresh token is good for one refresh, so only one process at a time may spend
 * it, and its successor is saved before anything else happens; the others find what that process has saved.
 */
export function loginToken(options: LoginOptions): Obtain {
  const { logins, leases, clock, account } = options;
  const lease = `login ${account}`;
  return async (refused, signal) => {
    while (!(await leases.take(lease))) await clock.sleep(LOOK_AGAIN, signal);
    try {
      const stored = await logins.find(account);
      const usable = stored && stored.accessToken !== refused && isGood(stored, clock);
      return usable ? { ...stored, isWorn: true } : await refresh(stored, options, signal);
    } finally {
      await leases.release(lease);
    }
  };
}

/** The stored refresh token first, then the seed. */
async function refresh(
  stored: Login | undefined,
  { oauth, logins, account, seed }: LoginOptions,
  signal?: AbortSignal,
): Promise<Login> {
  let refusal = new AuditError('auth', 'There is no login', { hint: 'Log in with bom-audit login.' });
  for (const token of new Set([stored?.refreshToken, seed])) {
    if (token === undefined) continue;
    await logins.ready();
    try {
      const login = toLogin(await oauth.refresh(token, signal), token);
      await logins.save(account, login);
      return login;
    } catch (error) {
      if (!(error instanceof AuditError) || error.code !== 'auth') throw error;
      refusal = error;
    }
  }
  throw refusal;
}

/** A grant without a refresh token leaves the one that it was made with. */
export function toLogin({ accessToken, expiresAt, refreshToken }: Grant, spent = ''): Login {
  return { accessToken, expiresAt, refreshToken: refreshToken ?? spent };
}
