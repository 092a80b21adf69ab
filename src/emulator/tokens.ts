import { randomBytes } from 'node:crypto';

export interface Client {
  readonly id: string;
  readonly secret: string;
  /** False: a good id and secret that may not use the product API. */
  readonly subscribed?: boolean;
}

/** Seconds that a token lives, by how it was obtained. */
export interface Lifetimes {
  readonly twoLegged: number;
  readonly threeLegged: number;
  readonly refresh: number;
}

interface Grant {
  readonly clientId: string;
  readonly expiresAt: number;
}

interface Code extends Grant {
  readonly redirectUri: string;
}

/** What the token endpoint hands out: `expires_in` and its sister in seconds. */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly refresh_token?: string;
  readonly refresh_token_expires_in?: number;
}

const CODE_LIFETIME_MS = 60_000;

/** Every token that was handed out. A code and a refresh token can be spent once. */
export type Tokens = ReturnType<typeof createTokens>;

export function createTokens(lifetimes: Lifetimes, now: () => number) {
  const access = new Map<string, Grant>();
  const refresh = new Map<string, Grant>();
  const codes = new Map<string, Code>();

  function issueAccess(clientId: string, seconds: number): TokenAnswer {
    const token = fresh();
    access.set(token, { clientId, expiresAt: now() + seconds * 1000 });
    return { access_token: token, token_type: 'Bearer', expires_in: seconds };
  }

  return {
    issueTwoLegged: (clientId: string): TokenAnswer => issueAccess(clientId, lifetimes.twoLegged),

    issueThreeLegged(clientId: string): TokenAnswer {
      const token = fresh();
      refresh.set(token, { clientId, expiresAt: now() + lifetimes.refresh * 1000 });
      return {
        ...issueAccess(clientId, lifetimes.threeLegged),
        refresh_token: token,
        refresh_token_expires_in: lifetimes.refresh,
      };
    },

    issueCode(clientId: string, redirectUri: string): string {
      const code = fresh();
      codes.set(code, { clientId, redirectUri, expiresAt: now() + CODE_LIFETIME_MS });
      return code;
    },

    /** The code is gone afterwards, whatever the answer. */
    spendCode(code: string, clientId: string, redirectUri: string): boolean {
      const grant = take(codes, code);
      return isOpen(grant, clientId) && grant.redirectUri === redirectUri;
    },

    /** The refresh token is gone afterwards, whatever the answer. */
    spendRefresh(token: string, clientId: string): boolean {
      return isOpen(take(refresh, token), clientId);
    },

    /** Whose the access token is, and whether it still lives; undefined when it was never handed out here. */
    holder(token: string): { readonly clientId: string; readonly expired: boolean } | undefined {
      const grant = access.get(token);
      return grant && { clientId: grant.clientId, expired: grant.expiresAt <= now() };
    },

    revoke(token: string): void {
      access.delete(token);
    },

    expire(token: string): void {
      const grant = access.get(token);
      if (grant !== undefined) access.set(token, { ...grant, expiresAt: now() });
    },
  };

  function isOpen<G extends Grant>(grant: G | undefined, clientId: string): grant is G {
    return grant !== undefined && grant.clientId === clientId && grant.expiresAt > now();
  }
}

function take<T>(from: Map<string, T>, key: string): T | undefined {
  const value = from.get(key);
  from.delete(key);
  return value;
}

function fresh(): string {
  return randomBytes(15).toString('base64url');
}
