import type { Doc } from '../../../../../scripts/local-cloud/database'
import { LACKING } from '../../../../../scripts/local-cloud/database/aggregate/lacking'
import { useDatabase } from '../support/test-database'

const database = useDatabase()

const refused = (reason: string) => ({
  code: 'DATABASE_REQUEST_FAILED',
  message: `[FailedOperation.Aggregate] ${reason}. Please check your request, but if the problem persists, contact us.`,
})
const lacking = (name: string) => refused(`the local cloud does not support ${name}`)
const aggregate = (...stages: Doc[]) => database.current.aggregate(...stages)

beforeEach(() => database.current.fill({ n: 1 }))

test.each([
  ['$toString', { $toString: '$n' }],
  ['$round', { $round: ['$n', 1] }],
  ['$regexMatch', { $regexMatch: { input: 'abc', regex: 'b' } }],
  ['$trim', { $concat: ['a', { $trim: { input: ' b ' } }] }],
  ['$$NOW', '$$NOW'],
])('an expression that MongoDB knows is said to be missing here: %s', async (name, expression) => {
  await expect(aggregate({ $project: { x: expression } })).rejects.toMatchObject(lacking(name))
})

test.each([
  ['$facet', { $facet: { all: [] } }],
  ['$set', { $set: { n: 2 } }],
  ['$unionWith', { $lookup: { from: 'items', pipeline: [{ $unionWith: 'items' }], as: 'x' } }],
])('a stage that MongoDB knows is said to be missing here: %s', async (name, stage) => {
  await expect(aggregate(stage)).rejects.toMatchObject(lacking(name))
})

test('an accumulator that MongoDB knows is said to be missing here', async () => {
  await expect(aggregate({ $group: { _id: null, x: { $count: {} } } })).rejects.toMatchObject(
    lacking('$count'),
  )
})

test('a name that no MongoDB knows is refused as MongoDB does', async () => {
  await expect(aggregate({ $project: { x: { $nope: 1 } } })).rejects.toMatchObject(
    refused("Unrecognized expression '$nope'"),
  )
  await expect(aggregate({ $nope: {} })).rejects.toMatchObject(
    refused("Unrecognized pipeline stage name: '$nope'"),
  )
  await expect(aggregate({ $project: { x: '$$nope' } })).rejects.toMatchObject(
    refused('Use of undefined variable: nope'),
  )
})

test('nothing is listed as missing that is there', async () => {
  for (const name of LACKING.expression)
    await expect(aggregate({ $project: { x: { [name]: '$n' } } })).rejects.toMatchObject(lacking(name))
  for (const name of LACKING.stage)
    await expect(aggregate({ [name]: {} })).rejects.toMatchObject(lacking(name))
  for (const name of LACKING.accumulator)
    await expect(aggregate({ $group: { _id: 1, x: { [name]: 1 } } })).rejects.toMatchObject(lacking(name))
  for (const name of LACKING.variable)
    await expect(aggregate({ $project: { x: name } })).rejects.toMatchObject(lacking(name))
})
