// biome-ignore-all lint/suspicious/noThenProperty: $cond and $switch have a field of that name
import { Decimal128, Double, Long, ObjectId } from 'bson'
import type { Doc } from '../../../../../scripts/local-cloud/database'
import { useDatabase } from '../support/test-database'

const database = useDatabase()

const DOC: Doc = {
  n: 10,
  neg: -2.5,
  zero: 0,
  long: Long.fromNumber(7),
  double: new Double(3),
  s: 'Hello',
  cjk: '你好，世界',
  emoji: 'a😀b',
  nil: null,
  t: true,
  arr: [3, 1, 2],
  empty: [],
  words: ['x', 'y'],
  o: { p: 1, q: { r: 'deep' } },
  items: [{ k: 'a', v: 1 }, { k: 'b', v: 2 }, { v: 3 }],
  at: new Date('2019-05-14T09:38:51.686Z'),
}

/** Expression -> its value for the document above. `undefined`: there is no such field in the result. */
const rows: [string, unknown, unknown][] = [
  ['a path', '$o.q.r', 'deep'],
  ['a path over an array', '$items.k', ['a', 'b']],
  ['a path below a value', '$n.x', undefined],
  ['a missing field', '$none', undefined],
  ['$$ROOT', '$$ROOT.n', 10],
  ['$$CURRENT', '$$CURRENT.s', 'Hello'],
  ['$$REMOVE', '$$REMOVE', undefined],
  ['an object', { a: '$n', b: { c: '$none' } }, { a: 10, b: {} }],
  ['an array', ['$n', '$none', 'x'], [10, null, 'x']],
  ['$literal', { $literal: '$n' }, '$n'],
  ['$let', { $let: { vars: { a: '$n', b: 2 }, in: { $multiply: ['$$a', '$$b'] } } }, 20],

  ['$abs', { $abs: '$neg' }, 2.5],
  ['$abs of null', { $abs: '$nil' }, null],
  ['$abs of a missing field', { $abs: '$none' }, null],
  ['$add', { $add: ['$n', 5, '$long'] }, 22],
  ['$add of a missing field', { $add: ['$n', '$none'] }, null],
  ['$add to a date', { $add: ['$at', 1000] }, new Date('2019-05-14T09:38:52.686Z')],
  ['$ceil', { $ceil: '$neg' }, -2],
  ['$floor', { $floor: '$neg' }, -3],
  ['$divide', { $divide: ['$n', 4] }, 2.5],
  ['$exp', { $exp: '$zero' }, 1],
  ['$ln', { $ln: 1 }, 0],
  ['$log', { $log: [100, 10] }, 2],
  ['$log10', { $log10: 1000 }, 3],
  ['$mod', { $mod: ['$n', 4] }, 2],
  ['$mod of a negative number', { $mod: [-7, 3] }, -1],
  ['$mod of null', { $mod: ['$nil', 3] }, null],
  ['$multiply', { $multiply: ['$n', '$double'] }, 30],
  ['$pow', { $pow: ['$n', 2] }, 100],
  ['$sqrt', { $sqrt: 16 }, 4],
  ['$subtract', { $subtract: ['$n', 3] }, 7],
  ['$subtract of dates', { $subtract: ['$at', { $subtract: ['$at', 5] }] }, 5],
  ['$trunc', { $trunc: '$neg' }, -2],
  ['$trunc in an array', { $trunc: ['$neg'] }, -2],
  ['$trunc with a place', { $trunc: [12.3456, 2] }, 12.34],
  ['$add of a decimal', { $add: [Decimal128.fromString('1.5'), 1] }, 2.5],

  ['$arrayElemAt', { $arrayElemAt: ['$arr', 0] }, 3],
  ['$arrayElemAt from the end', { $arrayElemAt: ['$arr', -1] }, 2],
  ['$arrayElemAt out of range', { $arrayElemAt: ['$arr', 9] }, undefined],
  ['$arrayElemAt of null', { $arrayElemAt: ['$nil', 0] }, null],
  [
    '$arrayToObject of pairs',
    {
      $arrayToObject: {
        $literal: [
          ['a', 1],
          ['b', [2, 3]],
        ],
      },
    },
    { a: 1, b: [2, 3] },
  ],
  ['$arrayToObject of k and v', { $arrayToObject: [{ $slice: ['$items', 2] }] }, { a: 1, b: 2 }],
  ['$concatArrays', { $concatArrays: ['$arr', [9]] }, [3, 1, 2, 9]],
  ['$concatArrays with null', { $concatArrays: ['$arr', '$nil'] }, null],
  ['$filter', { $filter: { input: '$arr', as: 'x', cond: { $gte: ['$$x', 2] } } }, [3, 2]],
  ['$filter of null', { $filter: { input: '$nil', cond: true } }, null],
  ['$in', { $in: ['y', '$words'] }, true],
  ['$in: a missing value', { $in: ['$none', '$words'] }, false],
  ['$indexOfArray', { $indexOfArray: ['$arr', 2] }, 2],
  ['$indexOfArray: not there', { $indexOfArray: ['$arr', 3, 1] }, -1],
  ['$indexOfArray in a range', { $indexOfArray: ['$arr', 2, 0, 2] }, -1],
  ['$isArray', { $isArray: '$arr' }, true],
  ['$isArray in an array', { $isArray: ['$n'] }, false],
  ['$map', { $map: { input: '$arr', as: 'x', in: { $add: ['$$x', '$n'] } } }, [13, 11, 12]],
  ['$map without a name', { $map: { input: '$arr', in: { $multiply: ['$$this', 2] } } }, [6, 2, 4]],
  ['$range', { $range: [0, 10, 4] }, [0, 4, 8]],
  ['$range downwards', { $range: [3, 0, -1] }, [3, 2, 1]],
  ['$range of nothing', { $range: [3, 0] }, []],
  [
    '$reduce',
    { $reduce: { input: '$arr', initialValue: 100, in: { $subtract: ['$$value', '$$this'] } } },
    94,
  ],
  [
    '$reduce inside of $map keeps its own $$this',
    {
      $map: {
        input: '$arr',
        in: { $reduce: { input: [1, 2], initialValue: 0, in: { $add: ['$$value', '$$this'] } } },
      },
    },
    [3, 3, 3],
  ],
  ['$reverseArray', { $reverseArray: '$arr' }, [2, 1, 3]],
  ['$size', { $size: '$arr' }, 3],
  ['$slice', { $slice: ['$arr', 2] }, [3, 1]],
  ['$slice from the end', { $slice: ['$arr', -2] }, [1, 2]],
  ['$slice with a position', { $slice: ['$arr', 1, 5] }, [1, 2]],
  ['$slice with a position from the end', { $slice: ['$arr', -3, 1] }, [3]],
  ['$slice of null', { $slice: ['$nil', 2] }, null],
  [
    '$zip',
    { $zip: { inputs: ['$arr', '$words'] } },
    [
      [3, 'x'],
      [1, 'y'],
    ],
  ],
  [
    '$zip to the longest',
    { $zip: { inputs: ['$arr', '$words'], useLongestLength: true } },
    [
      [3, 'x'],
      [1, 'y'],
      [2, null],
    ],
  ],
  [
    '$zip with defaults',
    { $zip: { inputs: ['$empty', '$words'], useLongestLength: true, defaults: [0, 1] } },
    [
      [0, 'x'],
      [0, 'y'],
    ],
  ],
  ['$zip with an empty array', { $zip: { inputs: ['$words', '$empty'] } }, []],

  ['$and', { $and: ['$t', '$n'] }, true],
  ['$and with 0', { $and: ['$t', '$zero'] }, false],
  ['$and of nothing', { $and: [] }, true],
  ['$and of a single expression', { $and: '$zero' }, false],
  ['$or', { $or: ['$nil', '$zero', '$s'] }, true],
  ['$or of nothing', { $or: [] }, false],
  ['$not', { $not: ['$zero'] }, true],
  ['$not of an empty text', { $not: [''] }, false],
  ['$cmp', { $cmp: ['$n', 20] }, -1],
  ['$eq of int and double', { $eq: ['$double', 3] }, true],
  ['$eq of missing and null', { $eq: ['$none', null] }, false],
  ['$gt: a text is above a number', { $gt: ['$s', '$n'] }, true],
  ['$gt: arrays are compared whole', { $gt: ['$arr', 2] }, true],
  ['$lt: missing is below null', { $lt: ['$none', null] }, true],
  ['$gte', { $gte: ['$n', 10] }, true],
  ['$lte', { $lte: ['$n', 9] }, false],
  ['$ne', { $ne: ['$words', ['x', 'y']] }, false],
  ['$cond', { $cond: [{ $gt: ['$n', 5] }, 'big', 'small'] }, 'big'],
  ['$cond by names', { $cond: { if: '$zero', then: 1, else: '$s' } }, 'Hello'],
  ['$ifNull', { $ifNull: ['$nil', 'instead'] }, 'instead'],
  ['$ifNull of several', { $ifNull: ['$none', '$nil', '$n'] }, 10],
  [
    '$switch',
    {
      $switch: {
        branches: [
          { case: '$zero', then: 1 },
          { case: '$t', then: 2 },
        ],
        default: 3,
      },
    },
    2,
  ],
  ['$switch default', { $switch: { branches: [{ case: '$zero', then: 1 }], default: 3 } }, 3],

  ['$mergeObjects', { $mergeObjects: ['$o', { p: 2 }, '$nil'] }, { p: 2, q: { r: 'deep' } }],
  ['$mergeObjects of one', { $mergeObjects: '$o' }, { p: 1, q: { r: 'deep' } }],
  [
    '$objectToArray',
    { $objectToArray: { $literal: { a: 1, b: 2 } } },
    [
      { k: 'a', v: 1 },
      { k: 'b', v: 2 },
    ],
  ],

  ['$allElementsTrue', { $allElementsTrue: ['$arr'] }, true],
  ['$allElementsTrue of nothing', { $allElementsTrue: ['$empty'] }, true],
  ['$anyElementTrue', { $anyElementTrue: [[false, 0, null]] }, false],
  ['$setDifference', { $setDifference: ['$arr', [1, 1]] }, [3, 2]],
  ['$setEquals', { $setEquals: ['$arr', [1, 2, 3, 3]] }, true],
  ['$setIntersection', { $setIntersection: ['$arr', [2, 3, 9]] }, [3, 2]],
  ['$setIsSubset', { $setIsSubset: [[1, 3], '$arr'] }, true],
  ['$setUnion', { $setUnion: ['$arr', [3, 4]] }, [3, 1, 2, 4]],
  ['$setUnion of documents', { $setUnion: [[{ a: 1 }], [{ a: new Double(1) }]] }, [{ a: 1 }]],
  ['$setUnion with null', { $setUnion: ['$arr', '$nil'] }, null],

  ['$concat', { $concat: ['$s', ', ', '$cjk'] }, 'Hello, 你好，世界'],
  ['$concat with null', { $concat: ['$s', '$none'] }, null],
  ['$indexOfBytes', { $indexOfBytes: ['$cjk', '世'] }, 9],
  ['$indexOfCP', { $indexOfCP: ['$cjk', '世'] }, 3],
  ['$indexOfCP counts characters', { $indexOfCP: ['$emoji', 'b'] }, 2],
  ['$indexOfCP in a range', { $indexOfCP: ['$s', 'l', 3, 4] }, 3],
  ['$indexOfCP: not there', { $indexOfCP: ['$s', 'z'] }, -1],
  ['$indexOfCP: beyond the range', { $indexOfCP: ['$s', 'o', 0, 4] }, -1],
  ['$indexOfCP of null', { $indexOfCP: ['$nil', 'z'] }, null],
  ['$split', { $split: ['a-b-c', '-'] }, ['a', 'b', 'c']],
  ['$strLenBytes', { $strLenBytes: '$cjk' }, 15],
  ['$strLenCP', { $strLenCP: '$emoji' }, 3],
  ['$strcasecmp', { $strcasecmp: ['$s', 'hELLO'] }, 0],
  ['$strcasecmp of a missing field', { $strcasecmp: ['$none', 'a'] }, -1],
  ['$substr', { $substr: ['$s', 1, 3] }, 'ell'],
  ['$substr to the end', { $substr: ['$s', 1, -1] }, 'ello'],
  ['$substr beyond the end', { $substr: ['$s', 1, 100] }, 'ello'],
  ['$substr from beyond the end', { $substr: ['$s', 9, 1] }, ''],
  ['$substr of a number', { $substr: ['$n', 0, 1] }, '1'],
  ['$substrBytes', { $substrBytes: ['$cjk', 3, 3] }, '好'],
  ['$substrBytes to the end', { $substrBytes: ['$cjk', 9, -1] }, '世界'],
  ['$substrBytes of a missing field', { $substrBytes: ['$none', 0, 1] }, ''],
  ['$substrCP', { $substrCP: ['$cjk', 1, 3] }, '好，世'],
  ['$toLower', { $toLower: '$s' }, 'hello'],
  ['$toUpper', { $toUpper: '$s' }, 'HELLO'],
  ['$toUpper changes Latin letters only', { $toUpper: 'aé你' }, 'Aé你'],
  ['$toUpper of a missing field', { $toUpper: '$none' }, ''],
  ['$toUpper of null', { $toUpper: '$nil' }, ''],

  ['$sum of an array', { $sum: '$arr' }, 6],
  ['$sum of several', { $sum: ['$n', '$long', '$s'] }, 17],
  ['$avg', { $avg: '$arr' }, 2],
  ['$avg of nothing', { $avg: '$words' }, null],
  ['$max', { $max: ['$n', '$double', '$nil'] }, 10],
  ['$min', { $min: '$arr' }, 1],
  ['$stdDevPop', { $stdDevPop: [[2, 4, 4, 4, 5, 5, 7, 9]] }, 2],
  ['$stdDevSamp of one', { $stdDevSamp: [5] }, null],
]

test.each(rows)('%s', async (_, expression, expected) => {
  expect(await database.current.evaluate(expression, DOC)).toEqual(expected)
})

test.each<[string, unknown, RegExp]>([
  ['an unknown operator', { $nope: 1 }, /Unrecognized expression '\$nope'/],
  ['two operators in one object', { $add: [1], $abs: 1 }, /must have exactly one field/],
  ['an undefined variable', '$$none', /Use of undefined variable: none/],
  [
    'a variable out of its scope',
    { $add: [{ $let: { vars: { a: 1 }, in: '$$a' } }, '$$a'] },
    /Use of undefined variable: a/,
  ],
  ['a wrong number of arguments', { $divide: [1] }, /takes 2 arguments. 1 were passed in/],
  ['a division by zero', { $divide: [1, 0] }, /can't \$divide by zero/],
  ['a remainder of zero', { $mod: [1, 0] }, /can't \$mod by zero/],
  ['a root of a negative number', { $sqrt: -1 }, /greater than or equal to 0/],
  ['a logarithm of zero', { $ln: 0 }, /must be a positive number/],
  ['arithmetic on a text', { $add: ['$s', 1] }, /\$add only supports numeric types, not string/],
  ['two dates added', { $add: ['$at', '$at'] }, /only one date allowed/],
  ['$concat of a number', { $concat: ['$n'] }, /\$concat only supports strings, not int/],
  ['$size of a missing field', { $size: '$none' }, /must be an array, but was of type: missing/],
  ['$in without an array', { $in: [1, '$n'] }, /requires an array as a second argument, found: int/],
  ['$arrayElemAt by a fraction', { $arrayElemAt: ['$arr', 0.5] }, /needs a whole number/],
  ['$arrayToObject of texts', { $arrayToObject: '$words' }, /requires an array of \[key, value\] pairs/],
  [
    '$arrayToObject with __proto__',
    { $arrayToObject: { $literal: [['__proto__', { x: 1 }]] } },
    /requires an array of/,
  ],
  ['$range by zero', { $range: [0, 1, 0] }, /non-zero step/],
  ['$range of a billion', { $range: [0, 1_000_000_000] }, /more than 1000000 numbers/],
  ['$slice by nothing', { $slice: ['$arr', 0, 0] }, /must be positive/],
  ['$filter without a condition', { $filter: { input: '$arr' } }, /Missing 'cond' parameter to \$filter/],
  [
    '$map with an unknown field',
    { $map: { input: '$arr', in: 1, each: 1 } },
    /Unrecognized parameter to \$map: each/,
  ],
  [
    '$switch without a match',
    { $switch: { branches: [{ case: false, then: 1 }] } },
    /no default was specified/,
  ],
  ['$strLenCP of a missing field', { $strLenCP: '$none' }, /requires a string argument, found: missing/],
  ['$substrBytes inside of a character', { $substrBytes: ['$cjk', 1, 3] }, /continuation byte/],
  ['$substrBytes into a character', { $substrBytes: ['$cjk', 0, 1] }, /in the middle of a UTF-8 character/],
  ['$split by nothing', { $split: ['$s', ''] }, /non-empty separator/],
  ['$toLower of an array', { $toLower: '$arr' }, /can't convert from BSON type array to String/],
  ['$setUnion of a number', { $setUnion: ['$n'] }, /must be arrays/],
  ['$mergeObjects of a number', { $mergeObjects: ['$n'] }, /requires object inputs/],
  ['$year of a text', { $year: '$s' }, /can't convert from BSON type string to Date/],
  ['an accumulator of $group alone', { $push: '$n' }, /Unrecognized expression '\$push'/],
])('an expression is refused for %s', async (_, expression, message) => {
  const { current } = database
  await expect(current.evaluate(expression, DOC)).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message: expect.stringMatching(message),
  })
})

test('an unknown operator is refused even where no document is looked at', async () => {
  await database.current.fill()
  await expect(database.current.aggregate({ $project: { x: { $nope: 1 } } })).rejects.toMatchObject({
    code: 'DATABASE_REQUEST_FAILED',
    message:
      "[FailedOperation.Aggregate] Unrecognized expression '$nope'. Please check your request, but if the problem persists, contact us.",
  })
})

test('an ObjectId tells the date of its making', async () => {
  const id = new ObjectId('5cda8bfb0000000000000000')
  expect(await database.current.evaluate({ $year: '$id' }, { id })).toBe(2019)
})
