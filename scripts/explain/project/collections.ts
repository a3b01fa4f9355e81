import type { CloudError } from '../../../miniprogram/cloud/cloud-error'
import type { Bilingual } from '../../../miniprogram/cloud/error-codes'
import { FUNCTIONS_DIR } from '../../project/cloud-functions'
import { nearestName } from '../../project/nearest-name'
import { parseDatabaseRules } from '../../rules'
import type { CollectionUse } from './collection-uses'
import { type Answer, type Finding, line } from './finding'
import type { Project } from './project'

/** A collection that the project knows. */
export interface KnownCollection {
  name: string
  /** Where code names it. */
  uses: { file: string; line: number }[]
  /** Whether `database.rules.json` has a rule for it. */
  hasRule: boolean
}

export type CollectionFinding = Finding<
  'collections',
  {
    /** The one that the text names; the platform mostly does not. */
    missing?: KnownCollection
    nearest: KnownCollection[]
  }
>

const RULES_FILE = `${FUNCTIONS_DIR}/database.rules.json`
const MAX_NEAREST = 3
const MAX_LISTED = 12

const NAMED: readonly RegExp[] = [
  /Db or Table not exist:\s*([\w.-]{1,64}?)(?=[.\s,;'"]|$)/,
  /\bcollection\(\s*["'`]([\w.-]{1,64})["'`]/,
  /(?:\bcollection(?:Name)?|集合)["']?\s*[:：]?\s*["'`“「]([\w.-]{1,64})["'`”」]/i,
]

/** The collections of a project that a missing one can be: a misspelt name is the usual cause. */
export function collectionFinding(
  { raw }: CloudError,
  functionName: string | undefined,
  project: Project,
): Answer<CollectionFinding> {
  const missing = NAMED.map(pattern => pattern.exec(raw)?.[1]).find(name => name !== undefined)
  const collections = knownCollections(project)
  if (missing !== undefined) return { finding: aboutOne(missing, collections) }
  const own = collections.filter(({ uses }) =>
    uses.some(({ file }) => file.startsWith(`${FUNCTIONS_DIR}/${functionName}/`)),
  )
  return { finding: aboutAll(own.length > 0 ? own : collections, collections) }
}

function knownCollections(project: Project): KnownCollection[] {
  const rules = project.read(RULES_FILE)
  const ruled = rules === undefined ? [] : [...parseDatabaseRules(rules, RULES_FILE).rules.keys()]
  const uses = project.collectionUses()
  return [...new Set([...uses.map(({ name }) => name), ...ruled])].sort().map(name => ({
    name,
    uses: uses.filter(use => use.name === name).map(({ file, line: at }) => ({ file, line: at })),
    hasRule: ruled.includes(name),
  }))
}

function aboutOne(name: string, collections: readonly KnownCollection[]): CollectionFinding {
  const missing = collections.find(one => one.name === name) ?? { name, uses: [], hasRule: false }
  const nearest = nearestOf(
    name,
    collections.filter(one => one.name !== name),
  )
  const isKnown = missing.uses.length > 0 || missing.hasRule
  return {
    topic: 'collections',
    data: { missing, nearest },
    lines: [
      isKnown
        ? describe(missing)
        : line(
            `${name}: not used in the code of this project, and not in ${RULES_FILE}`,
            `${name}：项目代码里没有用到，${RULES_FILE} 里也没有`,
          ),
      ...(nearest.length > 0 ? [line('the nearest names:', '最接近的集合名：')] : []),
      ...nearest.map(describe),
    ],
  }
}

/** The text does not say which collection: a name without a rule, near one that has a rule, is most suspect. */
function aboutAll(
  used: readonly KnownCollection[],
  collections: readonly KnownCollection[],
): CollectionFinding {
  const ruled = collections.filter(({ hasRule }) => hasRule)
  const suspects = used.filter(({ hasRule }) => !hasRule && ruled.length > 0)
  const lines = suspects.slice(0, MAX_LISTED).map(one => {
    const near = nearestName(
      one.name,
      ruled.map(({ name }) => name),
    )
    const { en, zh } = describe(one)
    return near ? line(`${en}: is ${near} meant?`, `${zh}：是不是 ${near}？`) : { en, zh }
  })
  const others = used.filter(one => !suspects.includes(one)).slice(0, MAX_LISTED)
  return {
    topic: 'collections',
    data: { nearest: [...suspects, ...others] },
    lines: [
      used.length > 0
        ? line(
            'the text does not name the collection. Those of the code, each of which must be in the console:',
            '报错没有写出集合名。代码用到的集合如下，控制台里每一个都要有：',
          )
        : line('no collection is named in the code of this project', '项目代码里没有直接写出集合名'),
      ...lines,
      ...others.map(describe),
    ],
  }
}

function describe({ name, uses, hasRule }: KnownCollection): Bilingual {
  const places = uses.slice(0, MAX_NEAREST).map(placeText).join(', ')
  const rule = hasRule
    ? line(`in ${RULES_FILE}`, `${RULES_FILE} 里有`)
    : line(`not in ${RULES_FILE}`, `${RULES_FILE} 里没有`)
  return line(
    `- ${name} (${[places || 'not used in code', rule.en].join('; ')})`,
    `- ${name}（${[places || '代码里没有用到', rule.zh].join('；')}）`,
  )
}

function placeText({ file, line: at }: Pick<CollectionUse, 'file' | 'line'>): string {
  return `${file}:${at}`
}

/** Up to three, the nearest first. */
function nearestOf(wanted: string, collections: readonly KnownCollection[]): KnownCollection[] {
  const nearest: KnownCollection[] = []
  while (nearest.length < MAX_NEAREST) {
    const left = collections.filter(one => !nearest.includes(one))
    const name = nearestName(
      wanted,
      left.map(one => one.name),
    )
    const found = left.find(one => one.name === name)
    if (!found) break
    nearest.push(found)
  }
  return nearest
}
