import { codeNames, type ErrorCode, errorCodes, knownMessages } from '../../miniprogram/cloud/error-codes'
import { alternativesOf } from './alternatives-of'
import { seenTexts } from './seen-texts'
import { type Similarity, similarityTo } from './similarity'

/** A message that the kit knows and that a text resembles. */
export interface NearMessage {
  code: ErrorCode
  /** The words that are alike. */
  phrase: string
  /** From 0, nothing alike, to 1, the same. */
  score: number
}

/** Below this, what two texts share is chance: articles, endings, "error". A pair of Chinese characters says more. */
const LEAST = 0.33
const LEAST_IN_CHINESE = 0.2
const HAN = /\p{Script=Han}/u
const MAX = 3

interface Phrase {
  code: ErrorCode
  phrase: string
}

let known: { phrases: readonly Phrase[]; similarity: Similarity } | undefined

/** The known messages that a text without a code resembles, the most alike first; none if nothing is near. */
export function nearestMessages(text: string): NearMessage[] {
  known ??= readPhrases()
  const scores = known.similarity(text)
  const found = known.phrases
    .map((phrase, index) => ({ ...phrase, score: Math.round((scores[index] ?? 0) * 100) / 100 }))
    .filter(({ phrase, score }) => score >= (HAN.test(phrase) ? LEAST_IN_CHINESE : LEAST))
    .sort((a, b) => b.score - a.score)
  const best = new Map<ErrorCode, NearMessage>()
  for (const one of found) if (!best.has(one.code)) best.set(one.code, one)
  return [...best.values()].slice(0, MAX)
}

function readPhrases(): { phrases: readonly Phrase[]; similarity: Similarity } {
  const phrases = [
    ...[...errorCodes.values()].flatMap(({ code, text, meaning }) =>
      [text, meaning.en, meaning.zh].flatMap(phrase => (phrase ? { code, phrase } : [])),
    ),
    ...knownMessages.flatMap(({ of, pattern, meaning }) =>
      [...alternativesOf(pattern), meaning.en, meaning.zh].flatMap(phrase =>
        of[0] === undefined ? [] : { code: of[0], phrase },
      ),
    ),
    ...seenTexts.map(({ code, text }) => ({ code, phrase: text })),
    ...codeNames.flatMap(({ pattern, code }) => alternativesOf(pattern).map(phrase => ({ code, phrase }))),
  ].filter(({ code }) => code !== 'unknown')
  return { phrases, similarity: similarityTo(phrases.map(({ phrase }) => phrase)) }
}
