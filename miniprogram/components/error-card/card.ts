import { type AdviseOptions, advise } from '../../cloud/advice'
import type { CloudError } from '../../cloud/cloud-error'
import type { Bilingual, ErrorKind } from '../../cloud/error-codes'

/** An error, ready to be shown: plain data, since `setData` would drop the fields of an `Error`. */
export interface ErrorCard {
  tone: 'bad' | 'warn'
  kindLabel: string
  /** The cause. */
  code: string
  title: string
  /** The words of the platform. */
  message: string
  chain: { code: string; meaning: string }[]
  steps: string[]
  json: string
  file: string
  /** Such as the request id, each as `name: value`. */
  ids: string[]
  /** A word on a meaning that the documentation does not give. */
  certainty: string
  labels: Record<keyof typeof labels, string>
  /** All of it as text, for the clipboard. */
  copy: string
}

const labels = {
  chain: { zh: '错误链', en: 'From transport to cause' },
  steps: { zh: '怎么解决', en: 'What to do' },
  copy: { zh: '复制详情', en: 'Copy details' },
  retry: { zh: '重试', en: 'Retry' },
} satisfies Record<string, Bilingual>

const certainties: Readonly<Record<'seen' | 'inferred', Bilingual>> = {
  seen: {
    zh: '官方文档未收录，解释来自公开案例。',
    en: 'Not in the documentation: explained from public reports.',
  },
  inferred: { zh: '官方文档未收录，解释是推断。', en: 'Not in the documentation: this is an inference.' },
}

/** Who can mend it: these are not the developer's fault, so they are shown more gently. */
const gentle: readonly ErrorKind[] = ['caller', 'transient', 'quota']

/** Puts an error into words for the card. */
export function cardOf(error: CloudError, options: AdviseOptions = {}): ErrorCard {
  const { language = 'zh' } = options
  const { title, kind, kindLabel, chain, steps, json = '', file = '', sure, docs } = advise(error, options)
  const ids = [
    error.functionName && `function: ${error.functionName}`,
    error.requestId && `requestID: ${error.requestId}`,
    error.callId && `callId: ${error.callId}`,
  ].filter((id): id is string => Boolean(id))
  return {
    tone: gentle.includes(kind) ? 'warn' : 'bad',
    kindLabel,
    code: String(error.code),
    title,
    message: error.message,
    chain: chain.map(({ code, meaning }) => ({ code: String(code), meaning })),
    steps: [...steps],
    json,
    file,
    ids,
    certainty: sure === 'documented' ? '' : certainties[sure][language],
    labels: {
      chain: labels.chain[language],
      steps: labels.steps[language],
      copy: labels.copy[language],
      retry: labels.retry[language],
    },
    copy: [
      `${chain.map(({ code }) => code).join(' → ')} ${title}`,
      error.message,
      ...ids,
      ...steps.map((step, index) => `${index + 1}. ${step}`),
      ...(json ? [file, json] : []),
      ...(docs ? [docs] : []),
      error.raw,
    ].join('\n'),
  }
}
