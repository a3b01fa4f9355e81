import type { Doc } from '../../../../../scripts/local-cloud/database'
import { containing, type Loose, type SdkCase, type SdkTools } from './sdk-case'

const START = {
  _id: 'a',
  n: 5,
  s: 'text',
  tags: ['a', 'b', 'c'],
  nums: [3, 1, 2],
  o: { p: 1, q: 2 },
  list: [
    { k: 1, v: 1 },
    { k: 2, v: 2 },
  ],
}

/** An update, and the fields that it changes in the document above; `undefined` for one that is gone. */
function update(name: string, data: (tools: SdkTools) => Loose, changes: Doc): SdkCase {
  const expected = Object.entries({ ...START, ...changes }).filter(([, value]) => value !== undefined)
  return {
    name: `update ${name}`,
    docs: [START],
    run: async tools => {
      await tools.items.doc('a').update({ data: data(tools) })
      return (await tools.items.doc('a').get()).data
    },
    expected: Object.fromEntries(expected),
  }
}

function refused(name: string, data: (tools: SdkTools) => Loose, message: string): SdkCase {
  return {
    ...update(name, data, {}),
    expected: { errCode: -502001, errMsg: containing(message) },
  }
}

export const UPDATE_CASES: SdkCase[] = [
  update('a field', () => ({ s: 'new', added: { x: [1] } }), { s: 'new', added: { x: [1] } }),
  update('merges nested objects', () => ({ o: { p: 9 } }), { o: { p: 9, q: 2 } }),
  update('set replaces an object', ({ _ }) => ({ o: _.set({ z: 1 }) }), { o: { z: 1 } }),
  update('remove', ({ _ }) => ({ s: _.remove(), o: { p: _.remove() } }), { s: undefined, o: { q: 2 } }),
  update('remove in an array', ({ _ }) => ({ list: { 0: { v: _.remove() }, 1: _.remove() } }), {
    list: [{ k: 1 }, null],
  }),
  update('inc', ({ _ }) => ({ n: _.inc(2), o: { p: _.inc(-1) } }), { n: 7, o: { p: 0, q: 2 } }),
  update('inc by a fraction', ({ _ }) => ({ n: _.inc(0.25) }), { n: 5.25 }),
  update('mul', ({ _ }) => ({ n: _.mul(3) }), { n: 15 }),
  update('min', ({ _ }) => ({ n: _.min(3) }), { n: 3 }),
  update('max', ({ _ }) => ({ n: _.max(3) }), {}),
  update('rename', ({ _ }) => ({ s: _.rename('t') }), { s: undefined, t: 'text' }),
  update('bit', ({ _ }) => ({ n: _.bit({ and: 4 }) }), { n: 4 }),
  update('push', ({ _ }) => ({ tags: _.push('d') }), { tags: ['a', 'b', 'c', 'd'] }),
  update('push several', ({ _ }) => ({ tags: _.push(['d', 'e']) }), { tags: ['a', 'b', 'c', 'd', 'e'] }),
  update('push to nothing', ({ _ }) => ({ added: _.push([1]) }), { added: [1] }),
  update('push with position', ({ _ }) => ({ tags: _.push({ each: ['x', 'y'], position: 1 }) }), {
    tags: ['a', 'x', 'y', 'b', 'c'],
  }),
  update('push with sort', ({ _ }) => ({ nums: _.push({ each: [], sort: 1 }) }), { nums: [1, 2, 3] }),
  update(
    'push with sort by a field',
    ({ _ }) => ({ list: _.push({ each: [{ k: 0, v: 0 }], sort: { k: 1 } }) }),
    {
      list: [
        { k: 0, v: 0 },
        { k: 1, v: 1 },
        { k: 2, v: 2 },
      ],
    },
  ),
  update('push with slice', ({ _ }) => ({ tags: _.push({ each: ['d'], slice: -2 }) }), { tags: ['c', 'd'] }),
  update(
    'push with everything',
    ({ _ }) => ({ nums: _.push({ each: [9, 0], position: 1, sort: -1, slice: 2 }) }),
    { nums: [9, 3] },
  ),
  update('pop', ({ _ }) => ({ tags: _.pop() }), { tags: ['a', 'b'] }),
  update('shift', ({ _ }) => ({ tags: _.shift() }), { tags: ['b', 'c'] }),
  update('unshift', ({ _ }) => ({ tags: _.unshift(['x', 'y']) }), { tags: ['x', 'y', 'a', 'b', 'c'] }),
  update('pull', ({ _ }) => ({ tags: _.pull('b') }), { tags: ['a', 'c'] }),
  update('pull by a command', ({ _ }) => ({ nums: _.pull(_.gte(2)) }), { nums: [1] }),
  update('pull by in', ({ _ }) => ({ tags: _.pull(_.in(['a', 'b'])) }), { tags: ['c'] }),
  update('pull documents', ({ _ }) => ({ list: _.pull({ k: _.gt(1) }) }), { list: [{ k: 1, v: 1 }] }),
  update('pullAll', ({ _ }) => ({ tags: _.pullAll(['a', 'c']) }), { tags: ['b'] }),
  update('addToSet', ({ _ }) => ({ tags: _.addToSet('d') }), { tags: ['a', 'b', 'c', 'd'] }),
  update('addToSet of what is there', ({ _ }) => ({ tags: _.addToSet('a') }), {}),
  update('addToSet each', ({ _ }) => ({ tags: _.addToSet({ $each: ['a', 'd'] }) }), {
    tags: ['a', 'b', 'c', 'd'],
  }),
  update(
    'several commands at once',
    ({ _ }) => ({ n: _.inc(1), s: 'x', tags: _.push('d'), o: { q: _.mul(5) } }),
    { n: 6, s: 'x', tags: ['a', 'b', 'c', 'd'], o: { p: 1, q: 10 } },
  ),
  {
    name: 'update the element that where has found',
    docs: [START],
    run: async ({ items }) => {
      await items.where({ 'list.k': 2 }).update({ data: { 'list.$.v': 'found' } })
      return (await items.doc('a').get()).data.list
    },
    expected: [
      { k: 1, v: 1 },
      { k: 2, v: 'found' },
    ],
  },
  refused('inc of a text', ({ _ }) => ({ s: _.inc(1) }), 'Cannot apply $inc to a value of non-numeric type'),
  refused(
    'inc of an array',
    ({ _ }) => ({ tags: _.inc(1) }),
    'Cannot apply $inc to a value of non-numeric type',
  ),
  refused('push to a text', ({ _ }) => ({ s: _.push([1]) }), "The field 's' must be an array"),
  refused(
    'a field below a text',
    () => ({ s: { x: 1 } }),
    'document.update:fail -502001 database request fail. [FailedOperation] multiple write errors: [{write errors: [{Cannot create field \'x\' in element {s: "text"}}]}, {<nil>}]',
  ),
]
