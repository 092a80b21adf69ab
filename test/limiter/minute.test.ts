import { describe, expect, test } from 'vitest';
import { mostInAnyMinute } from '../support/minute.ts';
import { MINUTE, type Network, SECOND, simulate, type World } from './simulation.ts';

const steady: Network = { up: () => 40, down: () => 60 };
/** Calls overtake each other, and one in fifty is seconds late. */
const jittery: Network = {
  up: (world) => (world.random() < 0.02 ? world.random() * 3_000 : 20 + world.random() * 100),
  down: (world) => (world.random() < 0.02 ? world.random() * 3_000 : 20 + world.random() * 100),
};
/** Nothing but the clock keeps calls apart. */
const loopback: Network = { up: () => 0, down: () => 0 };
const MANY = 1_000_000;

const anyMinute = [
  ['work without end', steady, (world) => world.process(0, MANY)],
  ['work without end on a jittery network', jittery, (world) => world.process(0, MANY)],
  ['work without end on no network at all', loopback, (world) => world.process(0, MANY)],
  [
    'idle edges: a burst at the end of one minute and at the beginning of the next',
    jittery,
    (world) => {
      world.process(0, 1);
      world.process(59.5 * SECOND, 98);
      world.process(60.5 * SECOND, 99);
      world.process(179 * SECOND, 200);
    },
  ],
  [
    'a machine that stalls with calls under way',
    jittery,
    (world) => {
      for (const second of [10, 61, 118, 200]) world.stall(second * SECOND, 25 * SECOND);
      world.process(0, MANY);
    },
  ],
  [
    'two processes, one database',
    jittery,
    (world) => {
      world.process(0, MANY);
      world.process(7 * SECOND, MANY);
    },
  ],
  [
    'a process that is killed and started again, many times',
    jittery,
    (world) => {
      for (let start = 0; start < 3 * MINUTE; start += 13_370) {
        const process = world.process(start, MANY);
        world.at(start + world.random() * 13_000, () => process.kill());
      }
    },
  ],
  [
    'a wall clock that is set back, then forward',
    jittery,
    (world) => {
      world.process(0, MANY);
      world.at(70 * SECOND, () => world.clock.set(world.clock.now() - 10 * MINUTE));
      world.at(200 * SECOND, () => world.clock.set(world.clock.now() + 3 * 60 * MINUTE));
    },
  ],
  [
    'a machine that starts anew in the middle of a minute',
    jittery,
    (world) => {
      const before = world.process(0, MANY);
      world.at(20 * SECOND, () => {
        before.kill();
        world.clock.restart();
        world.process(25 * SECOND, MANY);
      });
    },
  ],
  [
    'a machine whose uptime jumps back without a restart',
    jittery,
    (world) => {
      const before = world.process(0, MANY);
      world.at(20 * SECOND, () => {
        const { boot } = world.clock;
        before.kill();
        world.clock.restart();
        world.clock.boot = boot;
        world.process(25 * SECOND, MANY);
      });
    },
  ],
] satisfies (readonly [string, Network, (world: World) => void])[];

describe('the server never sees more than 99 calls in any 60 s', () => {
  test.each(anyMinute)('%s', async (_what, network, scenario) => {
    const seen = await simulate(network, 4, scenario);
    expect(seen.length).toBeGreaterThan(99);
    expect(mostInAnyMinute(seen)).toBeLessThanOrEqual(99);
  });
});

describe('at least 97 % of the minute is used while work is left', () => {
  test.each([
    ['a steady network', steady, 1],
    ['a jittery network', jittery, 1],
    ['two processes', jittery, 2],
    ['five processes', jittery, 5],
  ])('%s', async (_what, network, processes) => {
    const seen = await simulate(network, 4, (world) => {
      for (let one = 0; one < processes; one += 1) world.process(one * 100, MANY);
    });
    expect(seen.length).toBeGreaterThanOrEqual(0.97 * 99 * 4);
  });

  test('after a clock that was set back, too', async () => {
    const seen = await simulate(steady, 4, (world) => {
      world.process(0, MANY);
      world.at(70 * SECOND, () => world.clock.set(world.clock.now() - 10 * MINUTE));
    });
    expect(seen.length).toBeGreaterThanOrEqual(0.97 * 99 * 4);
  });
});

test('a small BOM is done at once', async () => {
  const seen = await simulate(steady, 5, (world) => world.process(0, 99));
  expect(seen).toHaveLength(99);
  expect(Math.max(...seen)).toBeLessThan(SECOND + 1);
});

test('the places of a process that was killed come free within the timeout and a minute', async () => {
  const seen = await simulate(steady, 5, (world) => {
    const dead = world.process(0, 10);
    world.at(1, () => dead.kill());
    world.process(2 * MINUTE, 99);
  });
  expect(seen.filter((moment) => moment < 2 * MINUTE + SECOND + 1)).toHaveLength(109);
});
