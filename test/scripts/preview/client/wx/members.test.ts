/** @jest-environment jsdom */
import { openWx } from '../support/open-wx'

test('what the preview does not have throws with its name, and is reported', () => {
  const { wx, phone } = openWx()
  expect(() => wx.startBluetoothDevicesDiscovery()).toThrow(
    'wx.startBluetoothDevicesDiscovery is not available in the preview',
  )
  expect(() => wx.cloud.callContainer({})).toThrow('wx.cloud.callContainer is not available in the preview')
  expect(() => wx.getFileSystemManager().readFileSync('a')).toThrow(
    'wx.getFileSystemManager().readFileSync is not available in the preview',
  )
  expect(phone.reported).toEqual([
    { type: 'missing-api', name: 'wx.startBluetoothDevicesDiscovery' },
    { type: 'missing-api', name: 'wx.cloud.callContainer' },
    { type: 'missing-api', name: 'wx.getFileSystemManager().readFileSync' },
  ])
})

test('looking at wx does not count as using it', async () => {
  const { wx, phone } = openWx()
  expect('startBeaconDiscovery' in wx).toBe(false)
  expect('showToast' in wx).toBe(true)
  expect(Boolean(wx.getUpdateManager && wx.cloud.callContainer)).toBe(true)
  await Promise.resolve(wx)
  expect(String(wx)).toBe('[object Object]')
  expect(JSON.stringify(wx)).toContain('"env"')
  expect(phone.reported).toEqual([])
})

test.each([
  ['showToast', true],
  ['showToast.object.title', true],
  ['cloud', true],
  ['cloud.callFunction', true],
  ['cloud.callContainer', false],
  ['button.size', true],
  ['button.open-type', true],
  ['button.open-type.getPhoneNumber', true],
  ['button.open-type.chooseAvatar', false],
  ['button.open-type.contact', false],
  ['scroll-view', true],
  ['map', false],
  ['getUpdateManager', false],
  ['constructor', false],
  ['', false],
])('canIUse(%j) is %s', (schema, expected) => {
  expect(openWx().wx.canIUse(schema)).toBe(expected)
})

test('an API has both forms: with callbacks it returns nothing, without them a promise', async () => {
  const { wx, phone } = openWx()
  const heard: string[] = []
  await new Promise<void>(resolve => {
    const returned = wx.navigateTo({
      url: '/a',
      success: ({ errMsg }: { errMsg: string }) => heard.push(`success ${errMsg}`),
      complete: ({ errMsg }: { errMsg: string }) => {
        heard.push(`complete ${errMsg}`)
        resolve()
      },
    })
    expect(returned).toBeUndefined()
  })
  expect(heard).toEqual(['success navigateTo:ok', 'complete navigateTo:ok'])
  await expect(wx.navigateTo({ url: '/b' })).resolves.toMatchObject({ errMsg: 'navigateTo:ok' })
  expect(phone.asked.filter(([name]) => name === 'navigateTo')).toEqual([
    ['navigateTo', '/a'],
    ['navigateTo', '/b'],
  ])
})

test('a failure reaches fail and complete, or rejects, with the name of the API', async () => {
  const { wx, phone } = openWx()
  phone.switchTab = async () => {
    throw new Error('can not switch to no-tabBar page')
  }
  const errMsg = 'switchTab:fail can not switch to no-tabBar page'
  await expect(wx.switchTab({ url: '/a' })).rejects.toEqual({ errMsg })
  const heard: object[] = []
  await new Promise<void>(resolve => {
    wx.switchTab({ url: '/a', fail: (error: object) => heard.push(error), complete: () => resolve() })
  })
  expect(heard).toEqual([{ errMsg }])
})

test.each([undefined, '', 7])('navigateTo() refuses %j as an address', async url => {
  await expect(openWx().wx.navigateTo({ url })).rejects.toEqual({
    errMsg: expect.stringContaining('navigateTo:fail parameter error: parameter.url should be String'),
  })
})

test('the navigation bar, pulling down and scrolling are the phone’s', async () => {
  const { wx, phone } = openWx()
  await wx.setNavigationBarTitle({ title: 'T' })
  await wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#000000' })
  await wx.showNavigationBarLoading()
  await wx.hideNavigationBarLoading()
  await wx.startPullDownRefresh()
  await wx.stopPullDownRefresh()
  await wx.pageScrollTo({ scrollTop: 30, duration: 0 })
  expect(phone.asked.slice(1)).toEqual([
    ['setNavigationBar', { title: 'T' }],
    ['setNavigationBar', { front: 'white', background: '#000000' }],
    ['setNavigationBar', { loading: true }],
    ['setNavigationBar', { loading: false }],
    ['startPullDownRefresh'],
    ['stopPullDownRefresh'],
    ['scrollTo', 30, 0],
  ])
  await expect(wx.setNavigationBarColor({ frontColor: 'red', backgroundColor: '#000000' })).rejects.toEqual({
    errMsg: 'setNavigationBarColor:fail invalid frontColor "red": it is #ffffff or #000000',
  })
})

test('device, window and app say what they are', async () => {
  const { wx } = openWx()
  expect(wx.getSystemInfoSync()).toMatchObject({
    platform: 'devtools',
    windowWidth: 375,
    windowHeight: 724,
    statusBarHeight: 44,
    theme: 'dark',
    SDKVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  })
  expect(wx.getWindowInfo().safeArea).toMatchObject({ top: 44, bottom: 812, height: 768 })
  expect(wx.getAppBaseInfo().language).toBe('zh_CN')
  expect(wx.getDeviceInfo().model).toContain('preview')
  expect(wx.getAccountInfoSync().miniProgram).toEqual({
    appId: 'wx0123456789abcdef',
    envVersion: 'develop',
    version: '',
  })
  expect(wx.getLaunchOptionsSync()).toMatchObject({ path: 'pages/home/home', query: { from: 'test' } })
  await expect(wx.getSystemInfo()).resolves.toMatchObject({ errMsg: 'getSystemInfo:ok', screenWidth: 375 })
})

test('getRandomValues() gives as many bytes as were asked for, other ones each time', async () => {
  const { wx } = openWx()
  const [{ randomValues: one }, { randomValues: other }] = await Promise.all([
    wx.getRandomValues({ length: 16 }),
    wx.getRandomValues({ length: 16 }),
  ])
  expect(one.byteLength).toBe(16)
  expect(Buffer.from(one)).not.toEqual(Buffer.from(other))
})
