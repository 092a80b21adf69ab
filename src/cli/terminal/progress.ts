import cliProgress from 'cli-progress';
import type { OnEvent, Progress } from '../../app/events.ts';
import type { Output } from '../io.ts';

/** Shows how far an audit is. */
export interface ProgressView {
  readonly show: OnEvent;
  stop(): void;
}

export const silent: ProgressView = { show() {}, stop() {} };

/** A bar where one can be drawn, else a line at each tenth of the way. */
export function createProgress(stderr: Output, perMinute: number): ProgressView {
  return stderr.canvas ? bar(stderr.canvas, perMinute) : lines(stderr);
}

function bar(canvas: Output, perMinute: number): ProgressView {
  const shown = new cliProgress.SingleBar({
    format: '{bar} {value} of {total} parts | {minute} calls free this minute, {day} today | {left} to go',
    stream: canvas as NodeJS.WriteStream,
    barsize: 24,
    barCompleteChar: '█',
    barIncompleteChar: '░',
    hideCursor: true,
    clearOnComplete: true,
  });
  const payload = ({ done, all, freeNow, leftToday }: Progress) => {
    const minutes = Math.max(0, all - done - freeNow) / perMinute;
    return {
      minute: freeNow,
      day: leftToday,
      left: minutes < 1 ? 'under 1 min' : `${Math.ceil(minutes)} min`,
    };
  };
  let started = false;
  return {
    show(event) {
      if (event.type !== 'progress') return;
      if (!started) shown.start(event.all, event.done, payload(event));
      else shown.update(event.done, payload(event));
      started = true;
    },
    stop() {
      if (started) shown.stop();
    },
  };
}

function lines(stderr: Output): ProgressView {
  let tenth = -1;
  return {
    show(event) {
      if (event.type !== 'progress') return;
      const { done, all, leftToday } = event;
      const reached = Math.floor((done * 10) / all);
      if (reached <= tenth) return;
      tenth = reached;
      stderr.write(`${done} of ${all} parts, ${leftToday} calls left today\n`);
    },
    stop() {},
  };
}
