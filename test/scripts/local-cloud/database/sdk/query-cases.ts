import { containing, type Loose, type SdkCase, type SdkTools } from './sdk-case'

const DOCS = [
  { _id: 'one', n: 1, s: 'Ann', tags: ['a', 'b'], o: { p: 1 }, at: new Date(1000) },
  { _id: 'two', n: 2, s: 'bob', tags: ['b'], o: { p: 2 } },
  {
    _id: 'three',
    n: 3,
    tags: [],
    list: [
      { k: 1, v: 1 },
      { k: 2, v: 9 },
    ],
  },
  { _id: 'text', n: '3', s: null },
]

/** A query, and the `_id`s of the documents above that it finds. */
function query(name: string, condition: (tools: SdkTools) => Loose, expected: string): SdkCase {
  return {
    name: `where ${name}`,
    docs: DOCS,
    run: async tools => {
      const { data } = await tools.items.where(condition(tools)).get()
      return data.map(({ _id }: Loose) => _id).join(' ')
    },
    expected,
  }
}

const CITY = [
  { _id: 'near', at: { type: 'Point', coordinates: [113.3, 23.1] } },
  { _id: 'far', at: { type: 'Point', coordinates: [113.4, 23.2] } },
  { _id: 'beyond', at: { type: 'Point', coordinates: [116.4, 39.9] } },
]

function geoQuery(name: string, condition: (tools: SdkTools) => Loose, expected: string): SdkCase {
  return { ...query(name, condition, expected), docs: CITY }
}

export const QUERY_CASES: SdkCase[] = [
  query('a value', () => ({ n: 1 }), 'one'),
  query('nested', () => ({ o: { p: 2 } }), 'two'),
  query('dotted', () => ({ 'o.p': 1 }), 'one'),
  query('a date', () => ({ at: new Date(1000) }), 'one'),
  query('null', () => ({ s: null }), 'three text'),
  query('eq', ({ _ }) => ({ n: _.eq(2) }), 'two'),
  query('eq of an object', ({ _ }) => ({ o: _.eq({ p: 1 }) }), 'one'),
  query('neq', ({ _ }) => ({ n: _.neq(2) }), 'one three text'),
  query('gt', ({ _ }) => ({ n: _.gt(2) }), 'three'),
  query('gte', ({ _ }) => ({ n: _.gte(2) }), 'two three'),
  query('lt', ({ _ }) => ({ n: _.lt(2) }), 'one'),
  query('lte', ({ _ }) => ({ n: _.lte(2) }), 'one two'),
  query('gt and lt', ({ _ }) => ({ n: _.gt(1).and(_.lt(3)) }), 'two'),
  query('gt or lt', ({ _ }) => ({ n: _.gt(2).or(_.lt(2)) }), 'one three'),
  query('in', ({ _ }) => ({ n: _.in([1, '3']) }), 'one text'),
  query('nin', ({ _ }) => ({ n: _.nin([1, 2]) }), 'three text'),
  query('and of conditions', ({ _ }) => _.and([{ n: _.gt(1) }, { s: 'bob' }]), 'two'),
  query('or of conditions', ({ _ }) => _.or([{ n: 1 }, { s: 'bob' }]), 'one two'),
  query('or on a field', ({ _ }) => ({ n: _.or(_.eq(1), _.eq(3)) }), 'one three'),
  query('not', ({ _ }) => ({ n: _.not(_.gt(1)) }), 'one text'),
  query('nor on a field', ({ _ }) => ({ n: _.nor([_.eq(1), _.eq(2)]) }), 'three text'),
  query('nor of conditions', ({ _ }) => _.nor([{ n: 1 }, { s: 'bob' }]), 'three text'),
  query('exists', ({ _ }) => ({ s: _.exists(true) }), 'one two text'),
  query('not exists', ({ _ }) => ({ tags: _.exists(false) }), 'text'),
  query('mod', ({ _ }) => ({ n: _.mod(2, 1) }), 'one three'),
  query('all', ({ _ }) => ({ tags: _.all(['b', 'a']) }), 'one'),
  query('size', ({ _ }) => ({ tags: _.size(1) }), 'two'),
  query('elemMatch of documents', ({ _ }) => ({ list: _.elemMatch({ k: 2, v: _.gt(5) }) }), 'three'),
  query('elemMatch of values', ({ _ }) => ({ tags: _.elemMatch(_.eq('a')) }), 'one'),
  query(
    'elemMatch of documents finds no values',
    ({ _ }) => ({ tags: _.elemMatch({ value: _.neq(5) }) }),
    '',
  ),
  query('a regular expression', () => ({ s: /^a/i }), 'one'),
  query('db.RegExp', ({ db }) => ({ s: db.RegExp({ regexp: 'B', options: 'i' }) }), 'two'),
  query('expr', ({ _, $ }) => _.expr($.gte(['$n', 2])), 'two three text'),
  query('jsonSchema', ({ _ }) => _.jsonSchema({ required: ['list'] }), 'three'),
  query('serverDate', ({ _, db }) => ({ at: _.lt(db.serverDate()) }), 'one'),
  geoQuery(
    'geoNear',
    ({ _, db }) => ({ at: _.geoNear({ geometry: db.Geo.Point(113.39, 23.19), maxDistance: 20_000 }) }),
    'far near',
  ),
  geoQuery(
    'geoNear with a least distance',
    ({ _, db }) => ({
      at: _.geoNear({ geometry: db.Geo.Point(113.39, 23.19), minDistance: 5000, maxDistance: 20_000 }),
    }),
    'near',
  ),
  geoQuery(
    'geoWithin a polygon',
    ({ _, db: { Geo } }) => {
      const corners = [
        [113, 23],
        [114, 23],
        [114, 24],
        [113, 24],
        [113, 23],
      ].map(([x, y]) => Geo.Point(x, y))
      return { at: _.geoWithin({ geometry: Geo.Polygon([Geo.LineString(corners)]) }) }
    },
    'near far',
  ),
  geoQuery(
    'geoWithin a circle',
    ({ _ }) => ({ at: _.geoWithin({ centerSphere: [[113.3, 23.1], 0.001] }) }),
    'near',
  ),
  geoQuery(
    'geoIntersects',
    ({ _, db: { Geo } }) => ({
      at: _.geoIntersects({ geometry: Geo.LineString([Geo.Point(113.3, 23.1), Geo.Point(120, 30)]) }),
    }),
    'near',
  ),
  {
    name: 'count',
    docs: DOCS,
    run: ({ items, _ }) => items.where({ n: _.gt(1) }).count(),
    expected: { total: 2, errMsg: 'collection.count:ok' },
  },
  {
    name: 'an operator that the database does not know',
    docs: DOCS,
    run: ({ items, _ }) => items.where(_.text({ search: 'x' })).get(),
    expected: { errCode: -502001, errMsg: containing('unknown top level operator: $search') },
  },
]
