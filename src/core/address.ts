/** DigiKey's own services, by the origin of their address. */
const DIGIKEY: ReadonlyMap<string, string> = new Map([
  ['https://api.digikey.com', 'DigiKey'],
  ['https://sandbox-api.digikey.com', 'DigiKey’s sandbox'],
]);

/** True for an address that is known to be DigiKey's. */
export function isDigiKeys(address: string): boolean {
  return nameOf(address) !== undefined;
}

/** True for an address of this machine. */
export function isLoopback({ hostname }: URL): boolean {
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Who answers at the address, as far as the address tells. */
export function sourceName(address: string): string {
  const known = nameOf(address);
  if (known !== undefined) return known;
  return isLoopback(new URL(address)) ? 'emulator or proxy on this machine' : 'server other than DigiKey’s';
}

function nameOf(address: string): string | undefined {
  return URL.canParse(address) ? DIGIKEY.get(new URL(address).origin) : undefined;
}
