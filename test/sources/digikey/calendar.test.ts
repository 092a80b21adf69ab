import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay } from '../../../src/sources/digikey/calendar.ts';

describe('a day that is stated', () => {
  test.each([
    ['as recorded: midnight in US Central, in summer', '2019-07-30T05:00:00+00:00', '2019-07-30'],
    ['in winter', '2019-01-30T06:00:00+00:00', '2019-01-30'],
    ['in winter, without regard to it', '2019-01-30T05:00:00+00:00', '2019-01-30'],
    ['with Z', '2019-07-30T05:00:00Z', '2019-07-30'],
    ['at midnight in its own notation', '2019-07-30T00:00:00-05:00', '2019-07-30'],
    ['at midnight UTC', '2019-07-30T00:00:00+00:00', '2019-07-30'],
    ['without a zone', '2019-07-30T00:00:00', '2019-07-30'],
    ['with tenths of microseconds', '2019-07-30T00:00:00.0000000', '2019-07-30'],
    ['without a time', '2019-07-30', '2019-07-30'],
    ['at noon', '2019-07-30T12:00:00Z', '2019-07-30'],
    ['late in the evening in US Central', '2026-12-31T23:59:59-06:00', '2026-12-31'],
    ['with a space', '2026-12-31 00:00:00', '2026-12-31'],
    ['with slashes, year first', '2026/12/31', '2026-12-31'],
    ['as digits', '20261231', '2026-12-31'],
    ['in the US', '12/31/2026', '2026-12-31'],
    ['in the US, with one digit', '3/4/2026', '2026-03-04'],
    ['in the US, with a time', '12/31/2026 12:00:00 AM', '2026-12-31'],
    ['day first, where no month is meant', '31/12/2026', '2026-12-31'],
    ['day first with dots', '05.06.2026', '2026-06-05'],
    ['with a name', '31-Dec-2026', '2026-12-31'],
    ['with a name first', 'December 31, 2026', '2026-12-31'],
    ['as in a header', 'Thu, 31 Dec 2026 00:00:00 GMT', '2026-12-31'],
    ['as .NET wrote it', '/Date(1798696800000)/', '2026-12-31'],
    ['as .NET wrote it, with a zone', '/Date(1798696800000-0600)/', '2026-12-31'],
    ['in seconds', 1_798_696_800, '2026-12-31'],
    ['in milliseconds', 1_798_696_800_000, '2026-12-31'],
    ['in seconds, as a text', '1798696800', '2026-12-31'],
  ])('%s: %j is %s', (_how, stated, day) => {
    expect(calendarDay(stated)).toBe(day);
  });
});

test.each([
  null,
  undefined,
  '',
  ' ',
  '-',
  0,
  '0',
  '0001-01-01',
  '0001-01-01T00:00:00',
  '0001-01-01T06:00:00+00:00',
  '01/01/0001',
  '1/1/0001 12:00:00 AM',
  '/Date(-62135596800000)/',
  '/Date(-62135596800000-0600)/',
  '0000-00-00',
])('%j states no day', (stated) => {
  expect(calendarDay(stated)).toBeNull();
});

test.each([
  'soon',
  'TBD',
  'N/A',
  'Q4 2026',
  '2026',
  '2026-12',
  '12/2026',
  '12/31/26',
  '2026-02-30',
  '2019-13-45T00:00:00Z',
  '13/13/2026',
  'Foo 5, 2026',
  '2026-12-31T25:00:00',
  '2026-12-31 or later',
  '1900-01-01',
  '9999-12-31T23:59:59',
  '638712864000000000',
  46_387,
  1e300,
  Number.NaN,
  true,
  {},
  ['2026-12-31'],
])('%j cannot be read as a day, and is not taken for none', (stated) => {
  expect(calendarDay(stated)).toBeUndefined();
});

const day = fc
  .date({ min: new Date('1971-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('a day in any form is that day', () => {
  fc.assert(
    fc.property(day, (iso) => {
      const [year, month, date] = iso.split('-');
      const forms = [
        iso,
        `${year}${month}${date}`,
        `${month}/${date}/${year}`,
        `${date}.${month}.${year}`,
        `${iso}T00:00:00Z`,
        `${iso}T05:00:00+00:00`,
        `${iso}T06:00:00Z`,
        new Date(iso).toUTCString(),
        `/Date(${Date.parse(iso)})/`,
      ];
      for (const form of forms) expect(calendarDay(form)).toBe(iso);
    }),
  );
});

test('whatever is stated is a real day, none, or unreadable; letters are never taken for none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.anything(), fc.string(), fc.double(), fc.integer()), (stated) => {
      const read = calendarDay(stated);
      if (typeof read === 'string') expect(new Date(read).toISOString().slice(0, 10)).toBe(read);
      if (typeof stated === 'string' && /[a-su-y]/i.test(stated)) expect(read).not.toBeNull();
    }),
  );
});
