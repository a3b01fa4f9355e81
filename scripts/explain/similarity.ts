/** How alike two texts are, from 0 to 1. */
export type Similarity = (wanted: string) => readonly number[]

/**
 * Compares a text with a list of phrases: the cosine of what they have in common, where what is rare in the list
 * counts more. Words are taken apart into groups of three letters, so that a typo or an ending does little harm;
 * Chinese into pairs of characters.
 *
 * @returns a function that gives one number for each phrase, in their order
 */
export function similarityTo(phrases: readonly string[]): Similarity {
  const all = phrases.map(featuresOf)
  const counts = new Map<string, number>()
  for (const features of all) for (const one of features) counts.set(one, (counts.get(one) ?? 0) + 1)
  const weight = (one: string) => Math.log(1 + phrases.length / (counts.get(one) ?? 0.5)) ** 2
  const lengths = all.map(features => lengthOf(features, weight))

  return wanted => {
    const features = featuresOf(wanted)
    const length = lengthOf(features, weight)
    return all.map((phrase, index) => {
      let common = 0
      for (const one of phrase) if (features.has(one)) common += weight(one)
      return common === 0 ? 0 : common / (length * (lengths[index] ?? 1))
    })
  }
}

function lengthOf(features: ReadonlySet<string>, weight: (one: string) => number): number {
  let sum = 0
  for (const one of features) sum += weight(one)
  return Math.sqrt(sum)
}

function featuresOf(text: string): Set<string> {
  const features = new Set<string>()
  for (const [word] of text.toLowerCase().matchAll(/[a-z']+/g)) addGroups(features, ` ${word} `, 3)
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) addGroups(features, run, 2)
  return features
}

function addGroups(features: Set<string>, text: string, size: number): void {
  for (let start = 0; start + size <= text.length; start++) features.add(text.slice(start, start + size))
}
