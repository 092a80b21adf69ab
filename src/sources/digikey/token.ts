import { AuditError } from '../../core/errors.ts';
import type { Clock } from '../../ports.ts';

/** A bearer token on demand. */
export interface TokenSource {
  /** A token that is good for the next call; obtained once however many ask at once. Throws `AuditError`. */
  get(signal?: AbortSignal): Promise<Token>;
}

/** A bearer token that is in use, maybe by several calls. */
export interface Token {
  readonly text: string;
  /** To be called when the server has answered a call with it. */
  served(): void;
  /**
   * To be called when the server has refused it. True when a new one may fare better: this one has served, or the
   * server says that its time is over. It is not handed out again then. Where a fresh one is refused, no other will do.
   */
  refused(isExpired: boolean): boolean;
}

export interface AccessToken {
  readonly accessToken: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  /** True for one that has been in use before, so that it may have been taken back since. */
  readonly isWorn?: boolean;
}

/** Obtains a token other than `refused`, the one that was refused last. Throws `AuditError`. */
export type Obtain = (refused: string | undefined, signal?: AbortSignal) => Promise<AccessToken>;

/** A token is not used in the last seconds of its life: it could lapse on the way. */
const MARGIN = 30_000;

/** True while the token may be used. */
export function isGood({ expiresAt }: AccessToken, clock: Clock): boolean {
  return clock.now() < expiresAt - MARGIN;
}

/** Keeps the token that was obtained last for as long as it is good. */
export function createTokenSource(obtain: Obtain, clock: Clock): TokenSource {
  let current: { readonly token: Token; readonly obtained: AccessToken } | undefined;
  let lastRefused: string | undefined;
  let pending: Promise<Token> | undefined;

  async function renew(signal?: AbortSignal): Promise<Token> {
    const obtained = await obtain(lastRefused, signal);
    const token = inUse(obtained);
    current = { token, obtained };
    return token;
  }

  function inUse({ accessToken: text, isWorn = false }: AccessToken): Token {
    let worn = isWorn;
    return {
      text,
      served() {
        worn = true;
      },
      refused(isExpired) {
        worn ||= isExpired;
        if (worn && current?.token.text === text) {
          lastRefused = text;
          current = undefined;
        }
        return worn;
      },
    };
  }

  return {
    async get(signal) {
      if (current && isGood(current.obtained, clock)) return current.token;
      pending ??= renew(signal).finally(() => {
        pending = undefined;
      });
      return pending;
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
