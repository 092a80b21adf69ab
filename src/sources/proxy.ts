import { isLoopback } from '../core/address.ts';
import { AuditError } from '../core/errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The proxy that calls to `url` go through, as `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` of the environment say, in
 * capitals or not; null for none, and always for this machine. Throws `AuditError('config')`.
 */
export function proxyFor(url: URL, env: Environment): URL | null {
  const stated = variable(env, 'https_proxy') || variable(env, 'http_proxy');
  if (stated === '' || isLoopback(url) || isExempt(url, variable(env, 'no_proxy'))) return null;
  const address = stated.includes('://') ? stated : `http://${stated}`;
  const proxy = URL.canParse(address) ? new URL(address) : undefined;
  if (proxy && /^https?:$/.test(proxy.protocol)) return proxy;
  throw new AuditError('config', 'HTTPS_PROXY (or HTTP_PROXY) is not the address of an HTTP proxy', {
    hint: 'It looks like http://proxy.example:3128. Hosts that need none go into NO_PROXY.',
  });
}

function variable(env: Environment, name: string): string {
  return env[name] || env[name.toUpperCase()] || '';
}

/** A host in the list stands for those below it, too; `*` for all. */
function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const ownPort = port || (protocol === 'https:' ? '443' : '80');
  return list.split(/[\s,]+/).some((entry) => {
    const [, host = '', onPort = ownPort] = /^(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    if (onPort !== ownPort) return false;
    const suffix = host.replace(/^\*?\./, '');
    return host === '*' || (suffix !== '' && `.${hostname}`.endsWith(`.${suffix}`));
  });
}
