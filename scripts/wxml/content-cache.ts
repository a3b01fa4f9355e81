import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Problem } from '../project/problem'
import { writeWhole } from '../project/write-whole'

/** What the findings depend on beside the files: the tools, and the checks themselves. */
const TOOLS = [
  'esbuild',
  'glass-easel-template-compiler',
  'miniprogram-api-typings',
  'oxc-parser',
  'typescript',
]

/**
 * Findings by the content that they were found in, kept in a file between runs. Every text that a finding depends on
 * goes into its key, so nothing in it is ever out of date; what a round did not ask for is dropped.
 */
export class ContentCache {
  #known: Map<string, Problem[]>
  #asked = new Map<string, Problem[]>()
  readonly #file: string
  readonly #salt: string

  constructor(root: string) {
    this.#file = join(root, 'dist/check/findings.json')
    this.#salt = keyOf([...TOOLS.map(versionOf), ...ownSources()])
    this.#known = readKnown(this.#file, this.#salt)
  }

  get(key: string): Problem[] | undefined {
    const problems = this.#known.get(key) ?? this.#asked.get(key)
    if (problems) this.#asked.set(key, problems)
    return problems
  }

  set(key: string, problems: Problem[]): void {
    this.#asked.set(key, problems)
  }

  /** Ends a round. */
  save(): void {
    const isSame =
      this.#asked.size === this.#known.size && [...this.#asked.keys()].every(key => this.#known.has(key))
    this.#known = this.#asked
    this.#asked = new Map()
    if (isSame) return
    mkdirSync(dirname(this.#file), { recursive: true })
    writeWhole(this.#file, JSON.stringify({ salt: this.#salt, known: [...this.#known] }))
  }
}

/** One key of many texts. */
export function keyOf(texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('base64url')
}

function readKnown(file: string, salt: string): Map<string, Problem[]> {
  if (!existsSync(file)) return new Map()
  try {
    const saved = JSON.parse(readFileSync(file, 'utf8')) as { salt: string; known: [string, Problem[]][] }
    return new Map(saved.salt === salt ? saved.known : [])
  } catch (error) {
    // cut off by a full disk
    if (error instanceof SyntaxError) return new Map()
    throw error
  }
}

function versionOf(name: string): string {
  return (require(`${name}/package.json`) as { version: string }).version
}

function ownSources(): string[] {
  return readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .sort()
    .map(path => readFileSync(join(__dirname, path), 'utf8'))
}
