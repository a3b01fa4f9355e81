import type { LocalCloud } from '../local-cloud'

const OTHER_USER = 'oLOCALCLOUDseconduser0000002'

const ENTRIES = [
  { text: '第一次写小程序，云函数在本机就能跑，省了不少事。', openid: OTHER_USER },
  { text: '权限漏写一条，构建就报错，再也不用等到线上才发现 -604101。' },
  { text: '错误卡片直接告诉我下一步该做什么。', openid: OTHER_USER },
]

const REPORTS = [
  {
    code: '-604101',
    transportCode: '-504002',
    functionName: 'withheld',
    message: 'function has no permission to call this API',
    times: 3,
  },
  {
    code: '-504003',
    functionName: 'qrcode',
    message: 'Invoking task timed out after 3 seconds',
    times: 2,
  },
]

/** Puts into a cloud what the pictures are to show, by the kit's own functions. */
export async function addSampleData(cloud: LocalCloud): Promise<void> {
  for (const [index, { text, openid = cloud.openid }] of ENTRIES.entries()) {
    await cloud.call('guestbook', { action: 'add', text, token: `sample-${index}` }, { openid })
  }
  for (const { times, ...report } of REPORTS) {
    const reports = Array.from({ length: times }, (_, index) => ({
      time: Date.now() - index * 60_000,
      ...report,
    }))
    await cloud.call('cloudLog', { reports }, { openid: OTHER_USER })
  }
}
