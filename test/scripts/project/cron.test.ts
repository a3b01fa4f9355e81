import { cronProblem, cronSchedule } from '../../../scripts/project/cron'

describe('cronProblem()', () => {
  test.each([
    '*/5 * * * * * *',
    '0 0 2 1 * * *',
    '0 15 10 * * MON-FRI *',
    '0 0 10,14,16 * * * *',
    '0 */30 9-17 * * * *',
    '0 0 12 * * WED *',
    '0 0 0 1 JAN,jul 0 2026-2030',
    '  0 0 3 * * * *  ',
  ])('accepts %p', expression => {
    expect(cronProblem(expression)).toBeUndefined()
  })

  test.each([
    ['0 0 2 * * *', '7 fields'],
    ['', '7 fields'],
    ['60 * * * * * *', '"60" is not a second (0-59'],
    ['* * 24 * * * *', '"24" is not an hour (0-23'],
    ['* * * 0 * * *', '"0" is not a day'],
    ['* * * * 13 * *', '"13" is not a month'],
    ['* * * * * 7 *', '"7" is not a weekday'],
    ['* * * * * * 1969', '"1969" is not a year'],
    ['* * * ? * * *', '"?" is not a day'],
    ['* * * L * * *', '"L" is not a day'],
    ['*/0 * * * * * *', '"*/0" is not a second'],
    ['30-10 * * * * * *', '"30-10" is not a second'],
    ['1,,2 * * * * * *', '"" is not a second'],
    ['* * * * FEBRUARY * *', '"FEBRUARY" is not a month'],
  ])('refuses %p: %s', (expression, reason) => {
    expect(cronProblem(expression)).toContain(reason)
  })
})

describe('cronSchedule()', () => {
  test('reads the hours in UTC+8', () => {
    const next = cronSchedule('0 0 2 * * * *').nextRun(new Date('2026-03-01T00:00:00Z'))
    expect(next?.toISOString()).toBe('2026-03-01T18:00:00.000Z')
  })

  test('takes day and weekday as alternatives', () => {
    // the 1st of March 2026 is a Sunday; Wednesday the 4th comes before the 15th
    const next = cronSchedule('0 0 8 15 * WED *').nextRun(new Date('2026-03-01T12:00:00Z'))
    expect(next?.toISOString()).toBe('2026-03-04T00:00:00.000Z')
  })
})
