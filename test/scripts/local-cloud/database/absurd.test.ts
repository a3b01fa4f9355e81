import type { Doc } from '../../../../scripts/local-cloud/database'
import { seededNumbers } from '../seeded-numbers'
import { useDatabase } from './support/test-database'

const database = useDatabase()

/** Every operator of the database, at the places where it belongs, with operands that mostly do not fit. */
const QUERY = [
  '$eq',
  '$ne',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$nin',
  '$not',
  '$exists',
  '$type',
  '$mod',
  '$regex',
  '$options',
  '$all',
  '$elemMatch',
  '$size',
  '$geoWithin',
  '$geoIntersects',
  '$near',
  '$nearSphere',
  '$and',
  '$or',
  '$nor',
  '$expr',
  '$jsonSchema',
  '$comment',
  '$text',
]
const UPDATE = [
  '$set',
  '$unset',
  '$inc',
  '$mul',
  '$min',
  '$max',
  '$rename',
  '$push',
  '$addToSet',
  '$pop',
  '$pull',
  '$pullAll',
  '$currentDate',
  '$bit',
  '$setOnInsert',
]
const STAGE = [
  '$addFields',
  '$bucket',
  '$bucketAuto',
  '$count',
  '$geoNear',
  '$group',
  '$limit',
  '$lookup',
  '$match',
  '$project',
  '$replaceRoot',
  '$sample',
  '$skip',
  '$sort',
  '$sortByCount',
  '$unwind',
]
const EXPRESSION =
  'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt arrayToObject concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip and or not cmp eq gt gte lt lte ne cond ifNull switch year month week hour dateToString dateFromString dateFromParts literal let mergeObjects objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion concat indexOfBytes indexOfCP split strLenBytes strLenCP strcasecmp substr substrBytes substrCP toLower toUpper sum avg max min stdDevPop stdDevSamp push first addToSet'
    .split(' ')
    .map(name => `$${name}`)
const OPTIONS = [
  'input',
  'as',
  'in',
  'cond',
  'initialValue',
  'vars',
  'branches',
  'if',
  'then',
  'else',
  'date',
  'format',
  'timezone',
  'dateString',
  'from',
  'localField',
  'foreignField',
  'let',
  'pipeline',
  'groupBy',
  'boundaries',
  'buckets',
  'output',
  'newRoot',
  'path',
  'near',
  'distanceField',
  '_id',
  'size',
  '$each',
  '$sort',
  '$slice',
  '$geometry',
  'type',
  'coordinates',
  'properties',
  'required',
]
const LEAVES: unknown[] = [
  null,
  0,
  -1,
  1.5,
  1e300,
  Number.NaN,
  '',
  'text',
  '$a',
  '$$this',
  '$',
  '$$',
  '$a..b',
  'a.0.b',
  '__proto__',
  'constructor',
  true,
  [],
  {},
  new Date(0),
  'Point',
  '%Y-%m',
]

test.each([1, 2, 3, 4, 5, 6])(
  'absurd requests are refused or answered, seed %d',
  async seed => {
    const { current } = database
    const random = seededNumbers(seed)
    const oneOf = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
    const value = (depth: number): unknown => {
      if (depth === 0 || random() < 0.3) return oneOf(LEAVES)
      if (random() < 0.3) return Array.from({ length: Math.floor(random() * 4) }, () => value(depth - 1))
      const names =
        random() < 0.6 ? [oneOf([...EXPRESSION, ...QUERY])] : Array.from({ length: 3 }, () => oneOf(OPTIONS))
      return Object.fromEntries(names.map(name => [name, value(depth - 1)]))
    }
    const attempts: (() => Promise<unknown>)[] = [
      () => current.find({ [oneOf(['a', 'list.k', 'a.0', oneOf(QUERY)])]: { [oneOf(QUERY)]: value(3) } }),
      () =>
        current.update(
          {},
          { [oneOf(UPDATE)]: { [oneOf(['a', 'list', 'list.0.k', 'a.b.c', 'list.$[].k', 'x'])]: value(2) } },
        ),
      () => current.aggregate({ [oneOf(STAGE)]: value(3) }),
      () => current.aggregate({ $project: { x: { [oneOf(EXPRESSION)]: value(3) } } }),
      () => current.aggregate({ $group: { _id: value(1), x: { [oneOf(EXPRESSION)]: value(2) } } }),
      () => current.find({}, { projection: JSON.stringify({ a: value(2) }) }),
      () => current.find({}, { order: JSON.stringify({ a: value(1) }) }),
    ]
    await current.fill({ _id: 1, a: 1, list: [{ k: 1 }, 5], s: 'text', at: new Date(0) } as Doc)
    let refused = 0
    for (let i = 0; i < 1500; i++) {
      await oneOf(attempts)().catch(error => {
        expect(error).toMatchObject({ name: 'DatabaseError' })
        refused++
      })
    }
    expect(refused).toBeGreaterThan(100)
  },
  60_000,
)
