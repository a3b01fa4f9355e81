import { type AdviseOptions, advise } from '../../cloud/advice'
import type { CloudError } from '../../cloud/cloud-error'
import type { Bilingual, ErrorKind } from '../../cloud/error-codes'
import { adviceLanguage } from '../../cloud/language'

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
  labels: typeof labels.zh
  /** All of it as text, for the clipboard. */
  copy: string
}

const labels: Bilingual<{ chain: string; steps: string; copy: string; retry: string }> = {
  zh: { chain: '错误链', steps: '怎么解决', copy: '复制详情', retry: '重试' },
  en: {
    chain: 'From transport to cause',
    steps: 'What to do',
    copy: 'Copy details',
    retry: 'Retry',
  },
}

const certainties: Readonly<Record<'seen' | 'inferred', Bilingual>> = {
  seen: {
    zh: '官方文档未收录，解释来自公开案例。',
    en: 'Not in the documentation: explained from public reports.',
  },
  inferred: { zh: '官方文档未收录，解释是推断。', en: 'Not in the documentation: this is an inference.' },
}

/** Who can mend it: these are not the developer's fault, so they are shown more gently. */
const gentle: readonly ErrorKind[] = ['caller', 'transient', 'quota']

export interface CardOptions extends AdviseOptions {
  /** Shown to explain something, and did not happen: nobody is told. @default false */
  isExample?: boolean
}

let tell: (error: CloudError) => void = () => {}

/** Has `listener` told of every error that becomes a card. */
export function onCard(listener: (error: CloudError) => void): void {
  tell = listener
}

/** Puts an error into words for the card, in the language that the user chose unless told otherwise. */
export function cardOf(error: CloudError, options: CardOptions = {}): ErrorCard {
  if (!options.isExample) tell(error)
  const { language = adviceLanguage() } = options
  const advice = advise(error, Object.assign({}, options, { language }))
  const { title, kind, kindLabel, chain, steps, json = '', file = '', sure, docs } = advice
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
    steps: steps.slice(),
    json,
    file,
    ids,
    certainty: sure === 'documented' ? '' : certainties[sure][language],
    labels: labels[language],
    copy: [`${chain.map(({ code }) => code).join(' → ')} ${title}`, error.message]
      .concat(
        ids,
        steps.map((step, index) => `${index + 1}. ${step}`),
        json ? [file, json] : [],
        docs ?? [],
        error.raw,
      )
      .join('\n'),
  }
}
