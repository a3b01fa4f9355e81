// biome-ignore-all lint/suspicious/noThenProperty: $cond and $switch have a field of that name
import type { Doc } from '../../../../../scripts/local-cloud/database'
import { containing, type Loose, type SdkCase, type SdkTools } from './sdk-case'

function pipeline(name: string, docs: Doc[], build: (tools: SdkTools) => Loose, expected: unknown): SdkCase {
  return { name: `aggregate ${name}`, docs, run: async tools => (await build(tools).end()).list, expected }
}

const PEOPLE = [
  {
    _id: 1,
    name: 'stark',
    dept: 'x',
    score: 80,
    tags: ['a', 'b'],
    born: new Date('1999-12-11T16:00:00.000Z'),
  },
  { _id: 2, name: 'bob', dept: 'y', score: 60, tags: ['b'], born: new Date('1998-11-10T16:00:00.000Z') },
  { _id: 3, name: 'li', dept: 'x', score: 55, tags: [] },
]

/** An expression, and its values for the three people. */
function expression(name: string, build: ($: Loose) => Loose, expected: unknown[]): SdkCase {
  return pipeline(
    `$.${name}`,
    PEOPLE,
    ({ items, $ }) => items.aggregate().project({ _id: 0, value: build($) }),
    expected.map(value => (value === undefined ? {} : { value })),
  )
}

export const AGGREGATE_CASES: SdkCase[] = [
  pipeline(
    'match, group and sort',
    PEOPLE,
    ({ items, _, $ }) =>
      items
        .aggregate()
        .match({ score: _.gt(50) })
        .group({ _id: '$dept', total: $.sum('$score'), names: $.push('$name'), n: $.sum(1) })
        .sort({ total: -1 }),
    [
      { _id: 'x', total: 135, names: ['stark', 'li'], n: 2 },
      { _id: 'y', total: 60, names: ['bob'], n: 1 },
    ],
  ),
  pipeline(
    'group with all accumulators',
    PEOPLE,
    ({ items, $ }) =>
      items
        .aggregate()
        .group({
          _id: null,
          avg: $.avg('$score'),
          min: $.min('$score'),
          max: $.max('$name'),
          first: $.first('$name'),
          last: $.last('$name'),
          set: $.addToSet('$dept'),
          dev: $.stdDevPop('$score'),
        })
        .project({ _id: 0, avg: 1, min: 1, max: 1, first: 1, last: 1, set: 1, dev: $.floor('$dev') }),
    [{ avg: 65, min: 55, max: 'stark', first: 'stark', last: 'li', set: ['x', 'y'], dev: 10 }],
  ),
  pipeline(
    'addFields',
    PEOPLE,
    ({ items, $ }) =>
      items
        .aggregate()
        .addFields({ double: $.multiply(['$score', 2]) })
        .project({ double: 1 })
        .limit(1),
    [{ _id: 1, double: 160 }],
  ),
  pipeline(
    'bucket',
    PEOPLE,
    ({ items }) => items.aggregate().bucket({ groupBy: '$score', boundaries: [50, 70, 90] }),
    [
      { _id: 50, count: 2 },
      { _id: 70, count: 1 },
    ],
  ),
  pipeline(
    'bucketAuto',
    PEOPLE,
    ({ items, $ }) =>
      items.aggregate().bucketAuto({ groupBy: '$score', buckets: 2, output: { names: $.push('$name') } }),
    [
      { _id: { min: 55, max: 80 }, names: ['li', 'bob'] },
      { _id: { min: 80, max: 80 }, names: ['stark'] },
    ],
  ),
  pipeline('count', PEOPLE, ({ items }) => items.aggregate().match({ dept: 'x' }).count('n'), [{ n: 2 }]),
  pipeline(
    'skip and limit',
    PEOPLE,
    ({ items }) => items.aggregate().sort({ score: 1 }).skip(1).limit(1).project({ name: 1 }),
    [{ _id: 2, name: 'bob' }],
  ),
  pipeline('sample', PEOPLE, ({ items }) => items.aggregate().sample({ size: 2 }).count('n'), [{ n: 2 }]),
  pipeline('sortByCount', PEOPLE, ({ items }) => items.aggregate().sortByCount('$dept'), [
    { _id: 'x', count: 2 },
    { _id: 'y', count: 1 },
  ]),
  pipeline('unwind', PEOPLE, ({ items }) => items.aggregate().unwind('$tags').project({ tags: 1 }), [
    { _id: 1, tags: 'a' },
    { _id: 1, tags: 'b' },
    { _id: 2, tags: 'b' },
  ]),
  pipeline(
    'unwind with options',
    PEOPLE,
    ({ items }) =>
      items
        .aggregate()
        .unwind({ path: '$tags', includeArrayIndex: 'i', preserveNullAndEmptyArrays: true })
        .project({ tags: 1, i: 1 }),
    [
      { _id: 1, tags: 'a', i: 0 },
      { _id: 1, tags: 'b', i: 1 },
      { _id: 2, tags: 'b', i: 0 },
      { _id: 3, i: null },
    ],
  ),
  pipeline(
    'replaceRoot',
    PEOPLE,
    ({ items, $ }) =>
      items
        .aggregate()
        .replaceRoot({ newRoot: { who: $.concat(['$dept', '/', '$name']) } })
        .limit(1),
    [{ who: 'x/stark' }],
  ),
  pipeline(
    'project',
    PEOPLE,
    ({ items }) =>
      items
        .aggregate()
        .project({ name: 1, pair: ['$score', '$dept'] })
        .limit(1),
    [{ _id: 1, name: 'stark', pair: [80, 'x'] }],
  ),
  pipeline(
    'lookup',
    PEOPLE,
    ({ items, name }) =>
      items
        .aggregate()
        .lookup({ from: name, localField: 'dept', foreignField: 'dept', as: 'same' })
        .project({ same: '$same.name' }),
    [
      { _id: 1, same: ['stark', 'li'] },
      { _id: 2, same: ['bob'] },
      { _id: 3, same: ['stark', 'li'] },
    ],
  ),
  pipeline(
    'lookup with a pipeline',
    PEOPLE,
    ({ items, name, _, $ }) =>
      items
        .aggregate()
        .lookup({
          from: name,
          let: { mine: '$score' },
          pipeline: $.pipeline()
            .match(_.expr($.gt(['$score', '$$mine'])))
            .match({ tags: _.exists(true) })
            .sort({ score: 1 })
            .limit(1)
            .project({ _id: 0, name: 1 })
            .done(),
          as: 'next',
        })
        .project({ next: 1 }),
    [
      { _id: 1, next: [] },
      { _id: 2, next: [{ name: 'stark' }] },
      { _id: 3, next: [{ name: 'bob' }] },
    ],
  ),
  pipeline(
    'geoNear',
    [
      { _id: 'far', at: { type: 'Point', coordinates: [116.4, 39.9] } },
      { _id: 'near', at: { type: 'Point', coordinates: [113.3, 23.1] } },
    ],
    ({ items, db, $ }) =>
      items
        .aggregate()
        .geoNear({ distanceField: 'd', spherical: true, near: db.Geo.Point(113.3, 23.1), key: 'at' })
        .project({ km: $.floor($.divide(['$d', 1000])) }),
    [
      { _id: 'near', km: 0 },
      { _id: 'far', km: 1892 },
    ],
  ),
  {
    name: 'aggregate with an operator that does not exist',
    docs: PEOPLE,
    run: ({ items }) =>
      items
        .aggregate()
        .project({ up: { $nope: 1 } })
        .end(),
    expected: { errCode: -1, errMsg: containing("Unrecognized expression '$nope'") },
  },
  pipeline(
    'gives 20 records without a limit',
    Array.from({ length: 25 }, () => ({})),
    ({ items }) => ({ end: async () => ({ list: (await items.aggregate().end()).list.length }) }),
    20,
  ),

  expression('abs', $ => $.abs($.subtract(['$score', 70])), [10, 10, 15]),
  expression('add', $ => $.add(['$score', 1]), [81, 61, 56]),
  expression('ceil and divide', $ => $.ceil($.divide(['$score', 50])), [2, 2, 2]),
  expression('mod', $ => $.mod(['$score', 50]), [30, 10, 5]),
  expression('pow and sqrt', $ => $.sqrt($.pow(['$score', 2])), [80, 60, 55]),
  expression(
    'ln, log, log10 and exp',
    $ => $.trunc($.add([$.ln($.exp(1)), $.log([100, 10]), $.log10(100)])),
    [5, 5, 5],
  ),
  expression('arrayElemAt', $ => $.arrayElemAt(['$tags', 0]), ['a', 'b', undefined]),
  expression('arrayToObject', $ => $.arrayToObject([[['k', '$name']]]), [
    { k: 'stark' },
    { k: 'bob' },
    { k: 'li' },
  ]),
  expression('concatArrays', $ => $.concatArrays(['$tags', ['z']]), [['a', 'b', 'z'], ['b', 'z'], ['z']]),
  expression('filter', $ => $.filter({ input: '$tags', as: 't', cond: $.eq(['$$t', 'b']) }), [
    ['b'],
    ['b'],
    [],
  ]),
  expression('in', $ => $.in(['a', '$tags']), [true, false, false]),
  expression('indexOfArray', $ => $.indexOfArray(['$tags', 'b']), [1, 0, -1]),
  expression('isArray', $ => $.isArray('$tags'), [true, true, true]),
  expression('map', $ => $.map({ input: '$tags', as: 't', in: $.toUpper('$$t') }), [['A', 'B'], ['B'], []]),
  expression('objectToArray', $ => $.objectToArray({ a: '$_id' }), [
    [{ k: 'a', v: 1 }],
    [{ k: 'a', v: 2 }],
    [{ k: 'a', v: 3 }],
  ]),
  expression('range', $ => $.range([0, '$_id']), [[0], [0, 1], [0, 1, 2]]),
  expression(
    'reduce',
    $ => $.reduce({ input: '$tags', initialValue: '', in: $.concat(['$$value', '$$this']) }),
    ['ab', 'b', ''],
  ),
  expression('reverseArray', $ => $.reverseArray('$tags'), [['b', 'a'], ['b'], []]),
  expression('size', $ => $.size('$tags'), [2, 1, 0]),
  expression('slice', $ => $.slice(['$tags', 1]), [['a'], ['b'], []]),
  expression('zip', $ => $.zip({ inputs: ['$tags', [1]] }), [[['a', 1]], [['b', 1]], []]),
  expression('and, or, not', $ => $.and([$.or([$.eq(['$dept', 'x']), false]), $.not($.lt(['$score', 60]))]), [
    true,
    false,
    false,
  ]),
  expression('cmp', $ => $.cmp(['$score', 60]), [1, 0, -1]),
  expression(
    'gt, gte, lte, neq',
    $ => [$.gt(['$score', 60]), $.gte(['$score', 60]), $.lte(['$score', 60]), $.neq(['$score', 60])],
    [
      [true, true, false, true],
      [false, true, true, false],
      [false, false, true, true],
    ],
  ),
  expression('cond', $ => $.cond({ if: $.gte(['$score', 60]), then: 'pass', else: 'fail' }), [
    'pass',
    'pass',
    'fail',
  ]),
  expression('ifNull', $ => $.ifNull(['$born', 'unknown']), [PEOPLE[0]?.born, PEOPLE[1]?.born, 'unknown']),
  expression(
    'switch',
    $ =>
      $.switch({
        branches: [
          { case: $.gte(['$score', 80]), then: 'A' },
          { case: $.gte(['$score', 60]), then: 'B' },
        ],
        default: 'C',
      }),
    ['A', 'B', 'C'],
  ),
  expression(
    'dates',
    $ => [
      $.year('$born'),
      $.month('$born'),
      $.dayOfMonth('$born'),
      $.hour('$born'),
      $.minute('$born'),
      $.second('$born'),
      $.millisecond('$born'),
      $.dayOfWeek('$born'),
      $.dayOfYear('$born'),
      $.week('$born'),
      $.isoDayOfWeek('$born'),
      $.isoWeek('$born'),
      $.isoWeekYear('$born'),
    ],
    [
      [1999, 12, 11, 16, 0, 0, 0, 7, 345, 49, 6, 49, 1999],
      [1998, 11, 10, 16, 0, 0, 0, 3, 314, 45, 2, 46, 1998],
      Array(13).fill(null),
    ],
  ),
  expression(
    'dateToString',
    $ => $.dateToString({ date: '$born', format: '%Y-%m-%d %H:%M', timezone: 'Asia/Shanghai', onNull: '-' }),
    ['1999-12-12 00:00', '1998-11-11 00:00', '-'],
  ),
  expression(
    'dateFromString',
    $ => $.dateFromString({ dateString: '2019-05-14T09:38:51.686Z' }),
    Array(3).fill(new Date('2019-05-14T09:38:51.686Z')),
  ),
  expression(
    'dateFromParts',
    $ => $.dateFromParts({ year: 2017, month: 2, day: 8, hour: 12, timezone: 'America/New_York' }),
    Array(3).fill(new Date('2017-02-08T17:00:00Z')),
  ),
  expression('literal', $ => $.literal('$name'), Array(3).fill('$name')),
  expression('let', $ => $.let({ vars: { a: '$score' }, in: $.add(['$$a', '$$a']) }), [160, 120, 110]),
  expression('mergeObjects', $ => $.mergeObjects([{ a: 1 }, { b: '$_id' }]), [
    { a: 1, b: 1 },
    { a: 1, b: 2 },
    { a: 1, b: 3 },
  ]),
  expression(
    'sets',
    $ => [
      $.setUnion(['$tags', ['z']]),
      $.setIntersection(['$tags', ['b']]),
      $.setDifference(['$tags', ['b']]),
      $.setEquals(['$tags', ['b', 'a']]),
      $.setIsSubset([['b'], '$tags']),
      $.anyElementTrue(['$tags']),
      $.allElementsTrue(['$tags']),
    ],
    [
      [['a', 'b', 'z'], ['b'], ['a'], true, true, true, true],
      [['b', 'z'], ['b'], [], false, true, true, true],
      [['z'], [], [], false, false, false, true],
    ],
  ),
  expression(
    'strings',
    $ => [
      $.concat(['$name', '!']),
      $.split(['$name', 'o']),
      $.strLenBytes('$name'),
      $.strLenCP('$name'),
      $.toLower('A'),
      $.toUpper('$name'),
      $.strcasecmp(['$name', 'BOB']),
    ],
    [
      ['stark!', ['stark'], 5, 5, 'a', 'STARK', 1],
      ['bob!', ['b', 'b'], 3, 3, 'a', 'BOB', 0],
      ['li!', ['li'], 2, 2, 'a', 'LI', 1],
    ],
  ),
  expression(
    'indexOfBytes, indexOfCP',
    $ => [$.indexOfBytes(['$name', 'a']), $.indexOfCP(['$name', 'b', 1])],
    [
      [2, -1],
      [-1, 2],
      [-1, -1],
    ],
  ),
  expression(
    'substr',
    $ => [$.substr(['$name', 1, -1]), $.substrBytes(['$name', 0, 2]), $.substrCP(['$name', 1, 9])],
    [
      ['tark', 'st', 'tark'],
      ['ob', 'bo', 'ob'],
      ['i', 'li', 'i'],
    ],
  ),
  expression(
    'totals',
    $ => [$.sum(['$score', '$_id']), $.avg(['$score', 0]), $.max(['$score', 60]), $.min(['$score', 60])],
    [
      [81, 40, 80, 60],
      [62, 30, 60, 60],
      [58, 27.5, 60, 55],
    ],
  ),
]
