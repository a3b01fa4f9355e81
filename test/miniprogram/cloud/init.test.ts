import { type CloudHost, cloudState, initCloud } from '../../../miniprogram/cloud/init'
import { environments } from '../../../miniprogram/env'

const ids = { develop: 'dev-1a', trial: 'trial-1b', release: 'prod-1c' }

function phone(envVersion?: string) {
  const inits: object[] = []
  const host: CloudHost = {
    cloud: { init: options => inits.push(options) },
    getAccountInfoSync: () => ({ miniProgram: { envVersion } }),
  }
  return { host, inits }
}

test.each([
  ['develop', 'develop', 'dev-1a'],
  ['trial', 'trial', 'trial-1b'],
  ['release', 'release', 'prod-1c'],
  // Base libraries below 2.10.0 do not tell, and WeChat may name new versions.
  [undefined, 'release', 'prod-1c'],
  ['gray', 'release', 'prod-1c'],
])('initCloud() starts the environment of version %s', (version, envVersion, env) => {
  const { host, inits } = phone(version)
  expect(initCloud(host, ids)).toEqual({ ok: true, envVersion, env })
  expect(inits).toEqual([{ env, traceUser: true }])
})

test('initCloud() forgives white space around an id', () => {
  const { host, inits } = phone('develop')
  expect(initCloud(host, { ...ids, develop: ' dev-1a\n' }).ok).toBe(true)
  expect(inits).toEqual([{ env: 'dev-1a', traceUser: true }])
})

test.each(['', '   ', 'your-env-id', '<env>', '环境 ID', 'a b', '-a', 'https://x'])(
  'initCloud() starts nothing with the id %j, and says what to do',
  env => {
    const { host, inits } = phone('develop')
    const state = initCloud(host, { ...ids, develop: env })
    if (state.ok) throw new Error('started')
    expect(state.error.code).toBe('no-environment')
    expect(state.error.message).toMatch(/"develop": put a real id into miniprogram\/env\.ts/)
    expect(inits).toEqual([])
  },
)

test('initCloud() says that the base library is too old', () => {
  const { host } = phone('develop')
  const state = initCloud({ ...host, cloud: undefined }, ids)
  if (state.ok) throw new Error('started')
  expect(state.error.code).toBe('no-cloud')
  expect(state.error.message).toMatch(/2\.2\.3/)
})

test('initCloud() keeps what wx.cloud.init throws', () => {
  const { host } = phone('develop')
  const broken = {
    init: () => {
      throw new Error('cloud init error: {"errMsg":"invalid scope"}')
    },
  }
  const state = initCloud({ ...host, cloud: broken }, ids)
  expect(state).toMatchObject({ ok: false, error: { kind: 'environment' } })
})

test('a fresh fork uses the local cloud while it is developed, and has no environment else', () => {
  const states = ['develop', 'trial', 'release'].map(version => initCloud(phone(version).host, environments))
  expect(states).toMatchObject([{ ok: true, env: 'local', isLocal: true }, { ok: false }, { ok: false }])
})

test('initCloud() starts nothing for the local cloud, and needs no wx.cloud', () => {
  const { host, inits } = phone('develop')
  const local = { ...ids, develop: 'local' }
  const expected = { ok: true, envVersion: 'develop', env: 'local', isLocal: true }
  expect(initCloud(host, local)).toEqual(expected)
  expect(initCloud({ ...host, cloud: undefined }, local)).toEqual(expected)
  expect(inits).toEqual([])
})

test.each(['trial', 'release', undefined])(
  'initCloud() never uses the local cloud for version %s',
  version => {
    const { host, inits } = phone(version)
    const state = initCloud(host, { develop: 'local', trial: 'local', release: 'local' })
    if (state.ok) throw new Error('started')
    expect(state.error).toMatchObject({ code: 'no-environment', message: expect.stringContaining('"local"') })
    expect(inits).toEqual([])
  },
)

describe('cloudState()', () => {
  afterEach(() => {
    jest.restoreAllMocks()
    Reflect.deleteProperty(globalThis, 'wx')
  })

  test('starts the cloud once', () => {
    const { host, inits } = phone('develop')
    jest.replaceProperty(environments, 'develop', 'dev-1a')
    Object.assign(globalThis, { wx: host })
    expect(cloudState()).toBe(cloudState())
    expect(inits).toHaveLength(1)
  })
})
