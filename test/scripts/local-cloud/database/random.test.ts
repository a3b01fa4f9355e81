import type { Doc } from '../../../../scripts/local-cloud/database'
import { seededNumbers } from '../seeded-numbers'
import { useDatabase, wire } from './support/test-database'

/*
 * Random documents, queries and updates, answered by the database and by a few lines that know nothing of it. The
 * fields are simple (a whole number, a list of whole numbers, or missing), so that those lines can be seen to be right.
 */

const database = useDatabase()

interface Simple extends Doc {
  _id: number
  n?: number
  list?: number[]
}

class Dice {
  readonly #next: () => number
  constructor(seed: number) {
    this.#next = seededNumbers(seed)
  }
  below(limit: number): number {
    return Math.floor(this.#next() * limit)
  }
  oneOf<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T
  }
  numbers(): number[] {
    return Array.from({ length: this.below(4) }, () => this.below(6))
  }
  doc(_id: number): Simple {
    return {
      _id,
      ...(this.below(4) > 0 && { n: this.below(6) }),
      ...(this.below(4) > 0 && { list: this.numbers() }),
    }
  }
}

/** A condition of the query language, and what it means for a document. */
type Condition = [query: Doc, means: (doc: Simple) => boolean]

const COMPARISONS: [string, (a: number, b: number) => boolean][] = [
  ['$eq', (a, b) => a === b],
  ['$gt', (a, b) => a > b],
  ['$gte', (a, b) => a >= b],
  ['$lt', (a, b) => a < b],
  ['$lte', (a, b) => a <= b],
]

function simpleCondition(dice: Dice): Condition {
  const bound = dice.below(6)
  const [operator, holds] = dice.oneOf(COMPARISONS)
  return dice.oneOf<Condition>([
    [{ n: { [operator]: bound } }, ({ n }) => n !== undefined && holds(n, bound)],
    [{ list: { [operator]: bound } }, ({ list }) => list?.some(item => holds(item, bound)) ?? false],
    [{ n: { $ne: bound } }, ({ n }) => n !== bound],
    [{ list: { $ne: bound } }, ({ list }) => !list?.includes(bound)],
    [{ n: { $in: [bound, 1] } }, ({ n }) => n === bound || n === 1],
    [{ list: { $nin: [bound, 1] } }, ({ list }) => !list?.includes(bound) && !list?.includes(1)],
    [{ n: { $exists: bound > 2 } }, ({ n }) => (n !== undefined) === bound > 2],
    [{ list: { $size: bound } }, ({ list }) => list?.length === bound],
    [{ list: { $all: [bound, 1] } }, ({ list }) => (list?.includes(bound) && list.includes(1)) ?? false],
    [
      { list: { $elemMatch: { $gt: bound, $lt: bound + 2 } } },
      ({ list }) => list?.includes(bound + 1) ?? false,
    ],
    [{ n: { $not: { [operator]: bound } } }, ({ n }) => n === undefined || !holds(n, bound)],
    [{ n: { $mod: [3, bound % 3] } }, ({ n }) => n !== undefined && n % 3 === bound % 3],
    [{ n: null }, ({ n }) => n === undefined],
    [{ _id: bound }, ({ _id }) => _id === bound],
  ])
}

function condition(dice: Dice, depth = 2): Condition {
  if (depth === 0 || dice.below(2) === 0) return simpleCondition(dice)
  const parts = [condition(dice, depth - 1), condition(dice, depth - 1)]
  const queries = parts.map(([query]) => query)
  return dice.oneOf<Condition>([
    [{ $and: queries }, doc => parts.every(([, means]) => means(doc))],
    [{ $or: queries }, doc => parts.some(([, means]) => means(doc))],
    [{ $nor: queries }, doc => !parts.some(([, means]) => means(doc))],
  ])
}

/** An update, and what it makes of a document. */
type Change = [operators: Doc, make: (doc: Simple) => Simple]

const change = (doc: Simple, fields: Partial<Simple>): Simple => ({ ...doc, ...fields })

function update(dice: Dice): Change {
  const [value, other] = [dice.below(6), dice.below(6)]
  const withList = (means: (list: number[]) => number[], missing?: number[]) => (doc: Simple) => {
    const list = doc.list ?? missing
    return list ? change(doc, { list: means(list) }) : doc
  }
  return dice.oneOf<Change>([
    [{ $set: { n: value } }, doc => change(doc, { n: value })],
    [{ $unset: { n: '' } }, ({ n: _, ...doc }) => doc as Simple],
    [{ $inc: { n: value } }, doc => change(doc, { n: (doc.n ?? 0) + value })],
    [{ $mul: { n: 2 } }, doc => change(doc, { n: (doc.n ?? 0) * 2 })],
    [{ $min: { n: value } }, doc => change(doc, { n: Math.min(doc.n ?? value, value) })],
    [{ $max: { n: value } }, doc => change(doc, { n: Math.max(doc.n ?? value, value) })],
    [{ $push: { list: value } }, withList(list => [...list, value], [])],
    [
      { $push: { list: { $each: [value, other], $sort: 1, $slice: -3 } } },
      withList(list => [...list, value, other].sort((a, b) => a - b).slice(-3), []),
    ],
    [{ $push: { list: { $each: [value], $position: 0 } } }, withList(list => [value, ...list], [])],
    [{ $pull: { list: { $gte: value } } }, withList(list => list.filter(item => item < value))],
    [
      { $pullAll: { list: [value, other] } },
      withList(list => list.filter(item => item !== value && item !== other)),
    ],
    [
      { $addToSet: { list: { $each: [value, other] } } },
      withList(list => [...list, ...[...new Set([value, other])].filter(item => !list.includes(item))], []),
    ],
    [{ $pop: { list: 1 } }, withList(list => list.slice(0, -1))],
    [{ $pop: { list: -1 } }, withList(list => list.slice(1))],
  ])
}

test.each([1, 2, 3, 4])('queries and updates by random means, seed %d', async seed => {
  const { current } = database
  const dice = new Dice(seed)
  let docs = Array.from({ length: 30 }, (_, _id) => dice.doc(_id))
  await current.fill(...docs)
  for (let step = 0; step < 60; step++) {
    const [query, means] = condition(dice)
    expect([query, (await current.idsOf(query)) as unknown[]]).toEqual([
      query,
      docs.filter(means).map(({ _id }) => _id),
    ])
    const [operators, make] = update(dice)
    const changed = docs.map(doc => (means(doc) ? make(doc) : doc))
    const updated = changed.filter((doc, index) => JSON.stringify(doc) !== JSON.stringify(docs[index])).length
    expect([query, operators, await current.update(query, operators)]).toEqual([
      query,
      operators,
      { updated, upsert_id: null },
    ])
    docs = changed
    expect(current.service.all('items')).toEqual(docs)
  }
})

test.each([5, 6])('sorting and grouping by random means, seed %d', async seed => {
  const { current } = database
  const dice = new Dice(seed)
  const docs = Array.from({ length: 200 }, (_, _id) => ({ _id, n: dice.below(5), m: dice.below(5) }))
  await current.fill(...docs)
  const sorted = [...docs].sort((a, b) => b.n - a.n || a.m - b.m)
  expect(await current.idsOf({}, { order: wire({ n: -1, m: 1 }), limit: 1000 })).toEqual(
    sorted.map(({ _id }) => _id),
  )
  const groups = await current.aggregate(
    { $group: { _id: '$n', sum: { $sum: '$m' }, ids: { $push: '$_id' } } },
    { $sort: { _id: 1 } },
  )
  expect(groups).toEqual(
    [0, 1, 2, 3, 4].map(n => {
      const members = docs.filter(doc => doc.n === n)
      return { _id: n, sum: members.reduce((sum, { m }) => sum + m, 0), ids: members.map(({ _id }) => _id) }
    }),
  )
})
