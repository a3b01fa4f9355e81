import type { Bilingual, Certainty } from '../../miniprogram/cloud/error-codes'

/** The words of the command line that are not of one error. */
export const words = {
  chain: { en: 'From the transport to the cause', zh: '从外层到根因' },
  text: { en: 'Text', zh: '原文' },
  request: { en: 'Request', zh: '请求 ID' },
  call: { en: 'Call', zh: '调用 ID' },
  project: { en: 'In this project', zh: '在这个项目里' },
  steps: { en: 'What to do', zh: '怎么办' },
  in: { en: 'In', zh: '写进' },
  own: { en: "this kit's own code", zh: '本项目自己的错误码' },
  notKnown: { en: 'not known', zh: '不认识' },
  noCode: {
    en: 'There is no code in this text, and the kit does not know its words.',
    zh: '这段文本里没有错误码，也不是已知的报错。',
  },
  noCodeButNear: {
    en: 'There is no code in this text. The nearest messages that the kit knows:',
    zh: '这段文本里没有错误码。最接近的已知报错：',
  },
  explainNear: { en: 'explain one with', zh: '要看其中一条，运行' },
  noErrors: { en: 'not known: there is no error in it that the kit knows', zh: '没有找到认识的报错' },
  fixed: { en: 'fixed', zh: '已改' },
  afterFix: {
    en: 'Next: npm run build, upload the function with WeChat DevTools ("upload and deploy: all files"), wait up to ten minutes.',
    zh: '接下来：npm run build，用微信开发者工具「上传并部署：所有文件」，最多等 10 分钟。',
  },
  nothingToFix: {
    en: 'nothing to fix: nothing is missing in config.json',
    zh: '不用改：config.json 里没有缺少的接口',
  },
} satisfies Record<string, Bilingual>

export const certainty: Readonly<Record<Certainty, Bilingual>> = {
  documented: { en: 'documented', zh: '官方文档' },
  seen: { en: 'seen, not documented', zh: '见过，文档没有' },
  inferred: { en: 'inferred', zh: '推断' },
}

export const counted = {
  times: (count: number, line: number): Bilingual => ({
    en: `${count} ${count === 1 ? 'time' : 'times'}, first in line ${line}`,
    zh: `${count} 次，第一次在第 ${line} 行`,
  }),
  more: (count: number): Bilingual => ({
    en: `and ${count} other ${count === 1 ? 'error' : 'errors'}, less frequent: not shown`,
    zh: `另有 ${count} 种较少见的报错没有列出`,
  }),
  cut: (part: 'beginning' | 'end'): Bilingual =>
    part === 'beginning'
      ? {
          en: 'The log is long: only its last 16 MB were read; lines are counted from there.',
          zh: '日志太长：只读了最后 16 MB，行号从那里算起。',
        }
      : { en: 'The text is long: only its first 16 MB were read.', zh: '文本太长：只读了前 16 MB。' },
}
