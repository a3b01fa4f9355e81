import type { Steps } from './entry'
import { argument, databaseRules, environment, joined, logs, quota, retry, storageRules } from './steps'
import type { Group } from './table'

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
const executeFail = joined(
  {
    zh: ['函数 {function} 抛出了错误：看错误文本，它才是真正的原因。'],
    en: ['The function {function} threw: the text of the error is the real cause.'],
  },
  logs,
  {
    zh: ['常见原因：上传时没有依赖、集合名写错、代码里的异常。'],
    en: ['Usual causes: uploaded without its packages, a misspelt collection, an exception in the code.'],
  },
)
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
export const tencentGroups: readonly Group[] = [
  [
    'environment',
    {
      zh: ['核对 miniprogram/env.ts 里的环境 ID。', '核对函数名 {function}，并确认它已上传到这个环境。'],
      en: [
        'Check the environment id in miniprogram/env.ts.',
        'Check the name {function}, and that it was uploaded to this environment.',
      ],
    },
    [
      [
        -501000,
        '云端找不到环境或云函数',
        'The cloud does not find the environment or the function',
        { sure: 'seen' },
      ],
    ],
  ],
  [
    'transient',
    retry,
    [
      [-501001, '云端系统错误', 'The cloud had an internal error', 'resource system error'],
      [-501002, '云端响应超时', 'The cloud did not answer in time', 'resource server timeout'],
      [-503001, '云文件请求失败', 'The file request failed'],
      [-504001, '云函数调用失败', 'The function could not be called', 'functions request fail'],
    ],
  ],
  [
    'quota',
    quota,
    [
      [-501003, '请求次数超出环境配额', 'More requests than the environment allows', 'exceed request limit'],
      [
        -501004,
        '请求并发数超出环境配额',
        'More concurrent requests than the environment allows',
        { text: 'exceed concurrent request limit', transient: true },
      ],
      [-501015, '读请求次数配额耗尽', 'The read quota is used up'],
      [-501016, '写请求次数配额耗尽', 'The write quota is used up'],
      [-501017, '磁盘空间耗尽', 'The disk is full'],
      [
        -502004,
        '超出集合数量限制',
        'Too many collections',
        { text: 'exceed collection limit', sure: 'seen' },
      ],
    ],
  ],
  [
    'environment',
    environment,
    [
      [-501005, '环境信息异常', 'Something is wrong with the environment', 'invalid env'],
      [
        -501008,
        '请求来源无效',
        'Invalid source of the request',
        { text: 'invalid request source', sure: 'seen' },
      ],
      [-501009, '资源对象非法或不存在', 'The resource is invalid or missing', 'resource not initialized'],
      [-501018, '资源不可用', 'The resource is not available'],
    ],
  ],
  [
    'bug',
    argument,
    [
      [
        -501006,
        '公共参数无效',
        'Invalid common parameters',
        { text: 'invalid common parameters', sure: 'seen' },
      ],
      [-501007, '参数错误', 'Wrong parameters', 'invalid parameters'],
      [-501020, '未知参数错误', 'Unknown parameter error'],
      [-501021, '不支持此操作', 'The operation is not supported'],
    ],
  ],
  [
    'permission',
    databaseRules,
    [
      [-501019, '未授权的操作', 'The operation is not authorised'],
      [-502003, '无权限操作数据库', 'No permission for the database', 'database permission denied'],
    ],
  ],
  [
    'permission',
    joined(databaseRules, {
      zh: ['单页模式（未登录）要在控制台打开开关，并为其写规则。'],
      en: ['Single-page mode (not logged in) has a switch in the console and needs rules of its own.'],
    }),
    [
      [
        -501023,
        '无权限：安全规则校验失败，或未开启未登录模式的单页访问',
        'No permission: a security rule refused, or single-page mode is not switched on',
        'permission denied',
      ],
    ],
  ],
  [
    'bug',
    database,
    [
      [-502001, '数据库请求失败', 'The database request failed', 'database request fail'],
      [-502002, '非法的数据库指令', 'Invalid database command', 'invalid command'],
      [-502010, '数据库操作失败', 'The database operation failed'],
      [-502012, '插入数据失败', 'The insert failed'],
      [-502013, '创建集合失败', 'The collection could not be created'],
      [-502014, '删除数据失败', 'The removal failed'],
      [-502015, '查询数据失败', 'The query failed'],
    ],
  ],
  [
    'environment',
    collection,
    [[-502005, '集合不存在', 'The collection does not exist', 'database collection not exists']],
  ],
  [
    'transient',
    joined(
      { zh: ['给查询字段建索引，缩小范围。'], en: ['Add an index for the query, or ask for less.'] },
      retry,
    ),
    [[-502011, '数据库操作超时', 'The database operation timed out']],
  ],
  [
    'permission',
    storageRules,
    [[-503002, '无权限访问云文件', 'No permission for the file', 'storage permission denied']],
  ],
  [
    'caller',
    file,
    [
      [
        -503003,
        '文件不存在（旧文档中也指非法签名）',
        'The file does not exist (older pages also list: invalid signature)',
      ],
    ],
  ],
  [
    'bug',
    file,
    [
      [
        -503004,
        '云存储签名参数无效',
        'Invalid signature parameter of the storage',
        { text: 'storage invalid sign parameter', sure: 'seen' },
      ],
    ],
  ],
  ['bug', executeFail, [[-504002, '云函数执行失败', 'The function failed', 'functions execute fail']]],
  [
    'quota',
    functionTimeout,
    [[-504003, '云函数运行超时', 'The function ran past its time limit', { transient: true, sure: 'seen' }]],
  ],
]
