import type { Row, Steps } from './entry'
import * as steps from './steps'

const functionTimeout: Steps = {
  zh: [
    '在云开发控制台把函数 {function} 的超时时间调大：默认只有 3 秒，一次冷启动就可能超过。',
    '时好时坏多半是冷启动；每次都超时就减少函数里的等待，或拆成多次调用。',
  ],
  en: [
    'Raise the time limit of {function} in the cloud console: the default is 3 s, which a cold start alone can pass.',
    'If it fails only sometimes, it is the cold start; if always, wait for less in the function or split the work.',
  ],
}
const executeFail: Steps = {
  zh: [
    '函数 {function} 抛出了错误：看下面的错误文本，它才是真正的原因。',
    ...steps.logs.zh,
    '常见原因：上传时没有依赖、集合名写错、代码里的异常。',
  ],
  en: [
    'The function {function} threw: the text of the error is the real cause.',
    ...steps.logs.en,
    'Usual causes: uploaded without its packages, a misspelt collection, an exception in the code.',
  ],
}
const collection: Steps = {
  zh: ['在云开发控制台新建这个集合，或改正代码里的集合名。', '确认代码连的是同一个环境。'],
  en: [
    'Create the collection in the cloud console, or correct its name in the code.',
    'Make sure that the code uses the same environment.',
  ],
}
const database: Steps = {
  zh: [
    '看错误文本：字段名、操作符、唯一索引和数据大小是常见原因。',
    '在控制台的数据库页用同样的条件试一次。',
  ],
  en: [
    'Read the text of the error: field names, operators, unique indexes and size are usual causes.',
    'Try the same query on the database page of the console.',
  ],
}
const file: Steps = {
  zh: ['检查 fileID 是否完整、属于当前环境，文件是否已被删除。'],
  en: ['Check that the fileID is whole and of this environment, and that the file still exists.'],
}

/** Codes of Tencent Cloud: first digit 5. A table, hence longer than other files. */
export const tencentRows: readonly Row[] = [
  [
    -501000,
    'environment',
    '云端找不到环境或云函数',
    'The cloud does not find the environment or the function',
    {
      zh: ['核对 miniprogram/env.ts 里的环境 ID。', '核对函数名 {function}，并确认它已上传到这个环境。'],
      en: [
        'Check the environment id in miniprogram/env.ts.',
        'Check the name {function}, and that it was uploaded to this environment.',
      ],
    },
    { sure: 'seen' },
  ],
  [
    -501001,
    'transient',
    '云端系统错误',
    'The cloud had an internal error',
    steps.retry,
    { text: 'resource system error' },
  ],
  [
    -501002,
    'transient',
    '云端响应超时',
    'The cloud did not answer in time',
    steps.retry,
    { text: 'resource server timeout' },
  ],
  [
    -501003,
    'quota',
    '请求次数超出环境配额',
    'More requests than the environment allows',
    steps.quota,
    { text: 'exceed request limit' },
  ],
  [
    -501004,
    'quota',
    '请求并发数超出环境配额',
    'More concurrent requests than the environment allows',
    steps.quota,
    { text: 'exceed concurrent request limit', transient: true },
  ],
  [
    -501005,
    'environment',
    '环境信息异常',
    'Something is wrong with the environment',
    steps.environment,
    { text: 'invalid env' },
  ],
  [
    -501006,
    'bug',
    '公共参数无效',
    'Invalid common parameters',
    steps.argument,
    { text: 'invalid common parameters', sure: 'seen' },
  ],
  [-501007, 'bug', '参数错误', 'Wrong parameters', steps.argument, { text: 'invalid parameters' }],
  [
    -501008,
    'environment',
    '请求来源无效',
    'Invalid source of the request',
    steps.environment,
    { text: 'invalid request source', sure: 'seen' },
  ],
  [
    -501009,
    'environment',
    '资源对象非法或不存在',
    'The resource is invalid or missing',
    steps.environment,
    { text: 'resource not initialized' },
  ],
  [-501015, 'quota', '读请求次数配额耗尽', 'The read quota is used up', steps.quota],
  [-501016, 'quota', '写请求次数配额耗尽', 'The write quota is used up', steps.quota],
  [-501017, 'quota', '磁盘空间耗尽', 'The disk is full', steps.quota],
  [-501018, 'environment', '资源不可用', 'The resource is not available', steps.environment],
  [-501019, 'permission', '未授权的操作', 'The operation is not authorised', steps.databaseRules],
  [-501020, 'bug', '未知参数错误', 'Unknown parameter error', steps.argument],
  [-501021, 'bug', '不支持此操作', 'The operation is not supported', steps.argument],
  [
    -501023,
    'permission',
    '无权限：安全规则校验失败，或未开启未登录模式的单页访问',
    'No permission: a security rule refused, or single-page mode is not switched on',
    {
      zh: [...steps.databaseRules.zh, '单页模式（未登录）要在控制台打开开关，并为其写规则。'],
      en: [
        ...steps.databaseRules.en,
        'Single-page mode (not logged in) has a switch in the console and needs rules of its own.',
      ],
    },
    { text: 'permission denied' },
  ],
  [
    -502001,
    'bug',
    '数据库请求失败',
    'The database request failed',
    database,
    { text: 'database request fail' },
  ],
  [-502002, 'bug', '非法的数据库指令', 'Invalid database command', database, { text: 'invalid command' }],
  [
    -502003,
    'permission',
    '无权限操作数据库',
    'No permission for the database',
    steps.databaseRules,
    { text: 'database permission denied' },
  ],
  [
    -502004,
    'quota',
    '超出集合数量限制',
    'Too many collections',
    steps.quota,
    { text: 'exceed collection limit', sure: 'seen' },
  ],
  [
    -502005,
    'environment',
    '集合不存在',
    'The collection does not exist',
    collection,
    { text: 'database collection not exists' },
  ],
  [-502010, 'bug', '数据库操作失败', 'The database operation failed', database],
  [
    -502011,
    'transient',
    '数据库操作超时',
    'The database operation timed out',
    {
      zh: ['给查询字段建索引，缩小范围。', ...steps.retry.zh],
      en: ['Add an index for the query, or ask for less.', ...steps.retry.en],
    },
  ],
  [-502012, 'bug', '插入数据失败', 'The insert failed', database],
  [-502013, 'bug', '创建集合失败', 'The collection could not be created', database],
  [-502014, 'bug', '删除数据失败', 'The removal failed', database],
  [-502015, 'bug', '查询数据失败', 'The query failed', database],
  [-503001, 'transient', '云文件请求失败', 'The file request failed', steps.retry],
  [
    -503002,
    'permission',
    '无权限访问云文件',
    'No permission for the file',
    steps.storageRules,
    { text: 'storage permission denied' },
  ],
  [
    -503003,
    'caller',
    '文件不存在（旧文档中也指非法签名）',
    'The file does not exist (older pages also list: invalid signature)',
    file,
  ],
  [
    -503004,
    'bug',
    '云存储签名参数无效',
    'Invalid signature parameter of the storage',
    file,
    { text: 'storage invalid sign parameter', sure: 'seen' },
  ],
  [
    -504001,
    'transient',
    '云函数调用失败',
    'The function could not be called',
    steps.retry,
    { text: 'functions request fail' },
  ],
  [-504002, 'bug', '云函数执行失败', 'The function failed', executeFail, { text: 'functions execute fail' }],
  [
    -504003,
    'quota',
    '云函数运行超时',
    'The function ran past its time limit',
    functionTimeout,
    { transient: true, sure: 'seen' },
  ],
]
