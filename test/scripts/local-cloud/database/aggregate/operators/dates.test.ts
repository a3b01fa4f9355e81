import { useDatabase } from '../../support/test-database'

const database = useDatabase()

/** Day -> week of the year (from Sunday), ISO day of the week, ISO week, ISO year, day of the year; by GNU date. */
const days: [string, number, number, number, number, number][] = [
  ['2019-05-14', 19, 2, 20, 2019, 134],
  ['2016-01-01', 0, 5, 53, 2015, 1],
  ['2016-01-03', 1, 7, 53, 2015, 3],
  ['2016-12-31', 52, 6, 52, 2016, 366],
  ['2017-01-01', 1, 7, 52, 2016, 1],
  ['2017-12-31', 53, 7, 52, 2017, 365],
  ['2018-01-01', 0, 1, 1, 2018, 1],
  ['2018-12-31', 52, 1, 1, 2019, 365],
  ['2020-02-29', 8, 6, 9, 2020, 60],
  ['2020-12-31', 52, 4, 53, 2020, 366],
  ['2021-01-03', 1, 7, 53, 2020, 3],
  ['2023-01-01', 1, 7, 52, 2022, 1],
  ['2024-12-30', 52, 1, 1, 2025, 365],
  ['2026-11-21', 46, 6, 47, 2026, 325],
]

test.each(days)('the calendar of %s', async (day, week, isoDayOfWeek, isoWeek, isoWeekYear, dayOfYear) => {
  const { current } = database
  const parts = [
    'week',
    'isoDayOfWeek',
    'isoWeek',
    'isoWeekYear',
    'dayOfYear',
    'dayOfWeek',
    'dayOfMonth',
    'month',
    'year',
  ]
  const expression = Object.fromEntries(parts.map(part => [part, { [`$${part}`]: '$at' }]))
  expect(await current.evaluate(expression, { at: new Date(`${day}T23:59:59.999Z`) })).toEqual({
    week,
    isoDayOfWeek,
    isoWeek,
    isoWeekYear,
    dayOfYear,
    dayOfWeek: (isoDayOfWeek % 7) + 1,
    dayOfMonth: Number(day.slice(8)),
    month: Number(day.slice(5, 7)),
    year: Number(day.slice(0, 4)),
  })
})

const AT = new Date('2019-12-31T20:05:09.007Z')

test.each<[string, unknown, unknown]>([
  ['$hour', { $hour: '$at' }, 20],
  ['$minute', { $minute: '$at' }, 5],
  ['$second', { $second: '$at' }, 9],
  ['$millisecond', { $millisecond: '$at' }, 7],
  ['in an array', { $hour: ['$at'] }, 20],
  ['with a zone by name', { $year: { date: '$at', timezone: 'Asia/Shanghai' } }, 2020],
  ['with a zone by offset', { $hour: { date: '$at', timezone: '+05:30' } }, 1],
  ['with a zone by hours', { $hour: { date: '$at', timezone: '-08' } }, 12],
  [
    'with daylight saving time',
    { $hour: { date: new Date('2019-07-01T12:00:00Z'), timezone: 'America/New_York' } },
    8,
  ],
  ['of null', { $year: '$nil' }, null],
  ['of a missing field', { $week: '$none' }, null],
  ['$dateToString', { $dateToString: { date: '$at', format: '%Y-%m-%d' } }, '2019-12-31'],
  ['$dateToString without a format', { $dateToString: { date: '$at' } }, '2019-12-31T20:05:09.007Z'],
  [
    '$dateToString with a zone',
    { $dateToString: { date: '$at', format: '%H:%M:%S %z %Z', timezone: 'Asia/Shanghai' } },
    '04:05:09 +0800 +480',
  ],
  [
    '$dateToString, all specifiers',
    { $dateToString: { date: '$at', format: '%d %G %H %j %L %m %M %S %w %u %U %V %Y %%' } },
    '31 2020 20 365 007 12 05 09 3 2 52 01 2019 %',
  ],
  ['$dateToString of null', { $dateToString: { date: '$nil' } }, null],
  ['$dateToString onNull', { $dateToString: { date: '$none', onNull: 'none' } }, 'none'],
  [
    '$dateFromString',
    { $dateFromString: { dateString: '2019-05-14T09:38:51.686Z' } },
    new Date('2019-05-14T09:38:51.686Z'),
  ],
  [
    '$dateFromString of a day',
    { $dateFromString: { dateString: '2019-05-14' } },
    new Date('2019-05-14T00:00:00Z'),
  ],
  [
    '$dateFromString with an offset',
    { $dateFromString: { dateString: '2019-05-14 09:38+0800' } },
    new Date('2019-05-14T01:38:00Z'),
  ],
  [
    '$dateFromString in a zone',
    { $dateFromString: { dateString: '2019-05-14T09:38:51', timezone: 'Asia/Shanghai' } },
    new Date('2019-05-14T01:38:51Z'),
  ],
  [
    '$dateFromString with a format',
    { $dateFromString: { dateString: '14.05.2019 (x)', format: '%d.%m.%Y (x)' } },
    new Date('2019-05-14T00:00:00Z'),
  ],
  [
    '$dateFromString with ISO weeks',
    { $dateFromString: { dateString: '2020-01-2', format: '%G-%V-%u' } },
    new Date('2019-12-31T00:00:00Z'),
  ],
  ['$dateFromString of null', { $dateFromString: { dateString: '$nil', onNull: 'none' } }, 'none'],
  ['$dateFromString onError', { $dateFromString: { dateString: 'soon', onError: 'bad' } }, 'bad'],
  [
    '$dateFromParts',
    { $dateFromParts: { year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' } },
    new Date('2017-02-08T17:00:00Z'),
  ],
  ['$dateFromParts of a year', { $dateFromParts: { year: 2017 } }, new Date('2017-01-01T00:00:00Z')],
  [
    '$dateFromParts carries over',
    { $dateFromParts: { year: 2017, month: 14, day: 0, hour: 25 } },
    new Date('2018-02-01T01:00:00Z'),
  ],
  ['$dateFromParts of the year 50', { $dateFromParts: { year: 50 } }, new Date('0050-01-01T00:00:00Z')],
  [
    '$dateFromParts by ISO week',
    { $dateFromParts: { isoWeekYear: 2020, isoWeek: 1, isoDayOfWeek: 2 } },
    new Date('2019-12-31T00:00:00Z'),
  ],
  ['$dateFromParts of null', { $dateFromParts: { year: '$nil' } }, null],
])('%s', async (_, expression, expected) => {
  expect(await database.current.evaluate(expression, { at: AT, nil: null })).toEqual(expected)
})

test.each<[unknown, RegExp]>([
  [
    { $hour: { date: '$at', timezone: 'Mars/Olympus' } },
    /unrecognized time zone identifier: "Mars\/Olympus"/,
  ],
  [{ $dateToString: { date: '$at', format: '%Q' } }, /Invalid format character '%Q'/],
  [{ $dateFromString: { dateString: 'soon' } }, /Error parsing date string 'soon'/],
  [{ $dateFromString: { dateString: '2019-02-30' } }, /Error parsing date string/],
  [
    { $dateFromString: { dateString: '2019-05-14T09:38:51Z', timezone: '+08:00' } },
    /together with a timezone/,
  ],
  [{ $dateFromParts: { month: 1 } }, /Missing 'year' parameter/],
  [{ $dateFromParts: { year: 'x' } }, /needs a whole number/],
  [{ $dateFromParts: { year: 999_999_999 } }, /out of range/],
  [{ $year: { date: '$at', zone: 'UTC' } }, /Unrecognized parameter to \$year: zone/],
])('%p is refused', async (expression, message) => {
  await expect(database.current.evaluate(expression, { at: AT })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})
