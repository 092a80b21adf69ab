import { isDigiKeys } from '../core/address.ts';
import { AuditError } from '../core/errors.ts';

/** Where something was stated. */
export interface Origin {
  /** False for a file that merely lies in the working folder: it may be a supplier's, or come out of an archive. */
  readonly isOwn: boolean;
  /** As it stands in a sentence: `the environment`, `/boms/.env`. */
  readonly name: string;
}

export interface Stated {
  readonly value: string;
  readonly from: Origin;
}

/**
 * True when a secret of this origin may be sent to the address. DigiKey gets every secret, and an address that the
 * person states, too; one that merely lies in the working folder gets only the secrets that lie there.
 */
export function mayTravel(secret: Origin, address: Stated): boolean {
  return isDigiKeys(address.value) || address.from.isOwn || !secret.isOwn;
}

/** Throws `AuditError('config')`, which names the secret and both origins, when the secret may not be sent there. */
export function refuseTravel(what: string, secret: Origin, address: Stated): void {
  if (mayTravel(secret, address)) return;
  throw new AuditError(
    'config',
    `${what} (from ${secret.name}) is not sent to ${address.value}, an address that ${address.from.name} names`,
    {
      hint: 'A file of the working folder may redirect its own .env credentials only. If the address is yours, set DK_BASE_URL in the environment or name your config with --config; else remove it from the file.',
    },
  );
}
