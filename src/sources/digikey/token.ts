import { AuditError } from '../../core/errors.ts';
import type { Clock } from '../../ports.ts';

/** A bearer token on demand. */
export interface TokenSource {
  /** A token that is good for the next call; obtained once however many ask at once. Throws `AuditError`. */
  get(signal?: AbortSignal): Promise<string>;
  /** To be called when a token was refused as expired before its time. */
  drop(token: string): void;
}

export interface AccessToken {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

/** Obtains a token other than `refused`, the one that was dropped last. Throws `AuditError`. */
export type Obtain = (refused: string | undefined, signal?: AbortSignal) => Promise<AccessToken>;

/** A token is not used in the last seconds of its life: it could lapse on the way. */
const MARGIN = 30_000;

/** True while the token may be used. */
export function isGood({ expiresAt }: AccessToken, clock: Clock): boolean {
  return clock.now() < expiresAt - MARGIN;
}

/** Keeps the token that was obtained last for as long as it is good. */
export function createTokenSource(obtain: Obtain, clock: Clock): TokenSource {
  let current: AccessToken | undefined;
  let refused: string | undefined;
  let pending: Promise<AccessToken> | undefined;

  async function renew(signal?: AbortSignal): Promise<AccessToken> {
    current = await obtain(refused, signal);
    return current;
  }

  return {
    async get(signal) {
      if (current && isGood(current, clock)) return current.accessToken;
      pending ??= renew(signal).finally(() => {
        pending = undefined;
      });
      return (await pending).accessToken;
    },
    drop(token) {
      refused = token;
      if (current?.accessToken === token) current = undefined;
    },
  };
}

/** A token that somebody else obtained: good until it is refused. */
export function givenToken(accessToken: string): Obtain {
  return async (refused) => {
    if (refused !== accessToken) return { accessToken, expiresAt: Number.POSITIVE_INFINITY };
    throw new AuditError('auth', 'The access token of DK_ACCESS_TOKEN has expired', {
      hint: 'Set a new one, or unset it: with DK_CLIENT_SECRET tokens are obtained as needed.',
    });
  };
}
