import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question, StoredAnswer } from '../../../src/ports.ts';
import type { Setting } from '../contract.ts';

const QUESTION: Question = { kind: 'search', text: 'NE555P' };
const answer = (body: string, observedAt = 1): StoredAnswer => ({ body, observedAt });

export function answersContract(setting: Setting): void {
  test('come back as they were received, to a later store too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        async (text, body) => {
          const question = { kind: 'search', text } as const;
          const first = await setting.open();
          await first.answers.save('digikey', 'US', question, answer(body, 5));
          first.close();
          const second = await setting.open();
          expect(await second.answers.findMany('digikey', 'US', [question])).toEqual([answer(body, 5)]);
          second.close();
        },
      ),
      { numRuns: 20 },
    );
  });

  test('to many questions stand in their order, with a gap where there is none', async () => {
    const { answers } = await setting.open();
    const questions = Array.from({ length: 2_500 }, (_, number): Question => {
      return { kind: 'search', text: `PART ${number}` };
    });
    const even = questions.filter((_, number) => number % 2 === 0);
    for (const question of even) await answers.save('digikey', 'US', question, answer(question.text));
    const asked = [...questions].reverse();
    const found = await answers.findMany('digikey', 'US', asked);
    expect(found).toHaveLength(asked.length);
    expect(found).toEqual(asked.map((one) => (even.includes(one) ? answer(one.text) : undefined)));
  });

  test('to a question that is asked twice at once stand twice, and to none there are none', async () => {
    const { answers } = await setting.open();
    await answers.save('digikey', 'US', QUESTION, answer('x'));
    expect(await answers.findMany('digikey', 'US', [QUESTION, QUESTION])).toEqual([answer('x'), answer('x')]);
    expect(await answers.findMany('digikey', 'US', [])).toEqual([]);
  });

  test('the newest replaces the older', async () => {
    const [one, two] = [await setting.open(), await setting.open()];
    await one.answers.save('digikey', 'US', QUESTION, answer('old', 1));
    await two.answers.save('digikey', 'US', QUESTION, answer('new', 2));
    for (const { answers } of [one, two])
      expect(await answers.findMany('digikey', 'US', [QUESTION])).toEqual([answer('new', 2)]);
  });

  test.each<[string, string, string, Question]>([
    ['another provider', 'emulator', 'US', QUESTION],
    ['another locale', 'digikey', 'DE', QUESTION],
    ['another kind', 'digikey', 'US', { ...QUESTION, kind: 'details' }],
    ['another text', 'digikey', 'US', { ...QUESTION, text: 'NE555' }],
    ['another case', 'digikey', 'US', { ...QUESTION, text: 'ne555p' }],
  ])('%s has none', async (_what, provider, locale, other) => {
    const { answers } = await setting.open();
    await answers.save('digikey', 'US', QUESTION, answer('x'));
    expect(await answers.findMany(provider, locale, [other])).toEqual([undefined]);
  });
}
