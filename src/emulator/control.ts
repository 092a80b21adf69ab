import { isScriptedFault } from './faults.ts';
import { json, type Reply, type Request } from './http.ts';
import type { EmulatorState } from './state.ts';

/** Begins the paths by which the emulator itself is looked at and told what to do; they are not journaled. */
export const CONTROL_ROOT = '/_emulator/';

/** GET journal, and POST faults with a JSON array; undefined for anything else. */
export function controlReply(request: Request, state: EmulatorState): Reply | undefined {
  switch (`${request.method} ${request.path}`) {
    case `GET ${CONTROL_ROOT}journal`:
      return json(200, { calls: state.calls, maxInAnyMinute: state.maxInAnyMinute() });
    case `POST ${CONTROL_ROOT}faults`:
      return script(request, state);
    default:
      return undefined;
  }
}

/** Adds the faults to the script, all or none. */
function script(request: Request, state: EmulatorState): Reply {
  const wanted = parsed(request.body);
  if (!Array.isArray(wanted) || !wanted.every(isScriptedFault)) {
    return json(400, { message: 'Send a JSON array of faults, such as ["reset", {"status": 503}]' });
  }
  state.faults.push(...wanted);
  return json(200, { faults: state.faults });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
