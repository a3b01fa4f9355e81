import pc from 'picocolors'
import {
  type Bilingual,
  type ErrorCode,
  explainCode,
  type Language,
} from '../../miniprogram/cloud/error-codes'
import type { Explanation } from './explanation'
import { certainty, words } from './words'

export type Colors = Pick<typeof pc, 'bold' | 'dim' | 'cyan'>

export interface FormatOptions {
  language: Language
  /** @default those that the terminal takes */
  colors?: Colors
}

/** An explanation as a developer reads it: what happened, what the project tells, what to do. */
export function formatExplanation(explanation: Explanation, options: FormatOptions): string {
  const writer = writerOf(options)
  const isUnknownText = explanation.code === 'unknown' && !explanation.known
  const parts = isUnknownText
    ? [nearestOf(explanation, writer), projectOf(explanation, writer)]
    : [
        headOf(explanation, writer),
        projectOf(explanation, writer),
        stepsOf(explanation, writer),
        footOf(explanation, writer),
      ]
  return `${parts
    .filter(lines => lines.length > 0)
    .map(lines => lines.join('\n'))
    .join('\n\n')}\n`
}

interface Writer {
  colors: Colors
  say(text: Bilingual): string
  /** `label: text` */
  label(label: string, text: string): string
}

function writerOf({ language, colors = pc }: FormatOptions): Writer {
  const colon = language === 'zh' ? '：' : ': '
  return { colors, say: text => text[language], label: (label, text) => (label + colon + text).trimEnd() }
}

function headOf(explanation: Explanation, { colors, say, label }: Writer): string[] {
  const { title, kindLabel, chain, code, message, requestId, callId } = explanation
  const width = Math.max(...chain.map(one => String(one.code).length))
  const codes = chain.map(one => `  ${colors.cyan(String(one.code).padEnd(width))}  ${one.meaning}`)
  const ids = [
    ...(requestId ? [`${say(words.request)} ${requestId}`] : []),
    ...(callId ? [`${say(words.call)} ${callId}`] : []),
  ]
  return [
    colors.bold(label(kindLabel, title)),
    ...(codes.length > 1 ? [label(say(words.chain), ''), ...codes] : code === 'unknown' ? [] : codes),
    ...(isCodeAlone(message, code) ? [] : [label(say(words.text), printable(message))]),
    ...(ids.length > 0 ? [colors.dim(ids.join('  '))] : []),
  ]
}

function isCodeAlone(message: string, code: ErrorCode): boolean {
  return message === String(code) || message === `errCode: ${code}`
}

function projectOf({ project }: Explanation, { colors, say }: Writer): string[] {
  const lines = project.flatMap(finding => finding.lines)
  if (lines.length === 0) return []
  return [colors.bold(say(words.project)), ...lines.map(line => indent(printable(say(line))))]
}

function stepsOf({ steps, json, file, project }: Explanation, { colors, say, label }: Writer): string[] {
  // what the project tells is more exact than what a single call needs
  const showJson = json && file && !project.some(({ topic }) => topic === 'permissions')
  return [
    colors.bold(say(words.steps)),
    ...steps.map((step, index) => `  ${index + 1}. ${step}`),
    ...(showJson ? [`  ${label(`${say(words.in)} ${file}`, '')}`, indent(json)] : []),
  ]
}

function footOf(explanation: Explanation, { colors, say }: Writer): string[] {
  const source = sourceOf(explanation)
  const parts = [source && say(source), explanation.docs].filter(Boolean)
  return parts.length > 0 ? [colors.dim(parts.join('  '))] : []
}

/** Whose word the explanation is; nothing where "documented" would stand without the page. */
function sourceOf({ code, known, sure, docs }: Explanation): Bilingual | undefined {
  if (!known) return words.notKnown
  if (typeof code === 'string' && code !== 'unknown') return words.own
  return sure === 'documented' && !docs ? undefined : certainty[sure]
}

function nearestOf({ nearest }: Explanation, { colors, say, label }: Writer): string[] {
  if (nearest.length === 0) return [label(colors.bold(say(words.notKnown)), say(words.noCode))]
  const width = Math.max(...nearest.map(({ code }) => String(code).length))
  return [
    say(words.noCodeButNear),
    ...nearest.map(({ code, phrase }, index) => {
      const meaning = say(explainCode(code, phrase).meaning)
      const alike = meaning === phrase ? '' : colors.dim(`  ${phrase}`)
      return `  ${index + 1}. ${colors.cyan(String(code).padEnd(width))}  ${meaning}${alike}`
    }),
    colors.dim(`${say(words.explainNear)} npm run kit -- explain ${nearest[0]?.code}`),
  ]
}

function indent(text: string): string {
  return text.replace(/^/gm, '  ')
}

/** A log can hold what would move the cursor or set the title of the terminal. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]/gu, '')
}
