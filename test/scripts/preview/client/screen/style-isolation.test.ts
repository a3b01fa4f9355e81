import { isolationOf } from '../../../../../scripts/preview/client/screen/style-isolation'

const isolation = (kind: 'page' | 'component', config: object, options: object = {}) => {
  const { styleIsolation, isShared } = isolationOf(
    { kind, config: config as never, using: {}, styleScope: 'a' },
    options as never,
  )
  return [styleIsolation, ...(isShared ? ['and shares its own'] : [])].join(' ')
}

test.each([
  [{}, {}, 'isolated'],
  [{}, { addGlobalClass: true }, 'apply-shared'],
  [{ addGlobalClass: true }, {}, 'apply-shared'],
  [{}, { styleIsolation: 'isolated', addGlobalClass: true }, 'isolated'],
  [{ styleIsolation: 'apply-shared' }, {}, 'apply-shared'],
  [{}, { styleIsolation: 'shared' }, 'apply-shared and shares its own'],
  [{ styleIsolation: 'page-shared' }, {}, 'apply-shared and shares its own'],
  [{ styleIsolation: 'shared' }, { styleIsolation: 'isolated' }, 'isolated'],
])(
  'isolationOf() a component with %j in its JSON and %j in its script is %s',
  (config, options, expected) => {
    expect(isolation('component', config, options)).toBe(expected)
  },
)

test('isolationOf() leaves a page the styles of its own file, whatever it says', () => {
  expect(isolation('page', { styleIsolation: 'page-isolated' })).toBe('shared')
})
