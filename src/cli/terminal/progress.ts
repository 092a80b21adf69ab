import cliProgress from 'cli-progress';
import type { Limiter } from '../../ports.ts';
import type { Output } from '../io.ts';

/** Shows how far an audit is; `update` is called after each part. */
export interface Progress {
  update(done: number, all: number): void;
  stop(): void;
}

export const silent: Progress = { update() {}, stop() {} };

/** A bar where one can be drawn, else a line at each tenth of the way. */
export function createProgress(stderr: Output, limiter: Limiter, perMinute: number): Progress {
  return stderr.canvas ? bar(stderr.canvas, limiter, perMinute) : lines(stderr, limiter);
}

function bar(canvas: Output, limiter: Limiter, perMinute: number): Progress {
  const shown = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} parts | {minute} calls free this minute, {day} today | {left} to go',
    stream: canvas as NodeJS.WriteStream,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  const payload = (open: number) => {
    const { freeNow, day } = limiter.spending();
    const minutes = Math.max(0, open - freeNow) / perMinute;
    return {
      minute: freeNow,
      day: day.remaining,
      left: minutes < 1 ? 'under 1 min' : `${Math.ceil(minutes)} min`,
    };
  };
  let started = false;
  let latest = { done: 0, all: 0 };
  const clock = setInterval(() => shown.update(latest.done, payload(latest.all - latest.done)), 1_000);
  clock.unref();
  return {
    update(done, all) {
      latest = { done, all };
      if (!started) shown.start(all, done, payload(all - done));
      else shown.update(done, payload(all - done));
      started = true;
    },
    stop() {
      clearInterval(clock);
      if (started) shown.stop();
    },
  };
}

function lines(stderr: Output, limiter: Limiter): Progress {
  let tenth = -1;
  return {
    update(done, all) {
      const reached = Math.floor((done * 10) / all);
      if (reached <= tenth) return;
      tenth = reached;
      stderr.write(`${done} of ${all} parts, ${limiter.spending().day.remaining} calls left today\n`);
    },
    stop() {},
  };
}
