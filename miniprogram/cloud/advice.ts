import type { CloudError } from './cloud-error'
import {
  type Bilingual,
  type Certainty,
  type ErrorCode,
  type ErrorKind,
  explainCode,
  type Language,
} from './error-codes'

/** An error in words, for a card or a terminal. Plain data. */
export interface Advice {
  /** What the cause means. */
  title: string
  kind: ErrorKind
  /** The kind, in words. */
  kindLabel: string
  /** From the transport to the cause. */
  chain: readonly { code: ErrorCode; meaning: string }[]
  /** What to do, in order; at least one. */
  steps: readonly string[]
  /** For a missing permission: what belongs into `file`. */
  json?: string
  file?: string
  sure: Certainty
  docs?: string
}

export interface AdviseOptions {
  /** @default the error's own */
  functionName?: string
  /** The openapi that the function calls. @default the one that the text names */
  openapi?: string
  /** @default 'zh' */
  language?: Language
}

const MISSING_PERMISSION = -604101

const kindLabels: Readonly<Record<ErrorKind, Bilingual>> = {
  permission: { zh: '缺少权限', en: 'Permission' },
  environment: { zh: '环境配置', en: 'Environment' },
  quota: { zh: '超出限额', en: 'Limit' },
  transient: { zh: '暂时故障', en: 'Temporary' },
  caller: { zh: '请求有误', en: 'Request' },
  bug: { zh: '程序错误', en: 'Bug' },
}
const unnamedFunction: Bilingual = { zh: '<函数名>', en: '<function>' }
const unnamedOpenapi: Bilingual = { zh: '所调用的接口名', en: 'the name of the openapi that it calls' }

/** Says what an error means and what to do, with the names of the function and the openapi filled in. */
export function advise(error: CloudError, options: AdviseOptions = {}): Advice {
  const { functionName = error.functionName, openapi = error.openapi, language = 'zh' } = options
  const { kind, meaning, steps, sure, docs } = explainCode(error.code, error.raw)
  const isMissingPermission = error.code === MISSING_PERMISSION
  const fill = (step: string) =>
    step
      .split('{function}')
      .join(functionName ?? unnamedFunction[language])
      .split('{openapi}')
      .join(openapi ? `"${openapi}"` : unnamedOpenapi[language])
  return {
    title: meaning[language],
    kind,
    kindLabel: kindLabels[kind][language],
    chain: error.codes.map(code => ({
      code,
      meaning: explainCode(code, code === error.code ? error.raw : '').meaning[language],
    })),
    steps: steps[language].map(fill),
    json: isMissingPermission && openapi ? permissionJson(openapi) : undefined,
    file: isMissingPermission && functionName ? `cloudfunctions/${functionName}/config.json` : undefined,
    sure,
    docs,
  }
}

function permissionJson(openapi: string): string {
  return JSON.stringify({ permissions: { openapi: [openapi] } }, undefined, 2)
}
