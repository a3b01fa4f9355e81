import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BuiltFunction } from '../build'
import { writeWhole } from '../project/write-whole'

/** What the kit keeps on this machine, from the root of the project; git ignores it. */
export const STATE_DIR = '.wx-cloud-kit'

/** One upload. */
interface Uploaded {
  /** Of the package, as in `dist/manifest.json`. */
  sha256: string
  /** Whether the openapi permissions were applied with it. */
  permissions: boolean
  at: string
}

interface Content {
  version: 1
  /** By environment, then by function. */
  environments: Record<string, Record<string, Uploaded>>
}

/** What was uploaded from this machine to one environment. On disk after each step, so that it is right when killed. */
export interface DeployRecord {
  /** Whether a function is there as it is built now, with its permissions if this way of uploading would apply them. */
  holds(built: BuiltFunction, appliesPermissions: boolean): boolean
  /** Before an upload: from here on it is not known what is there. */
  forget(name: string): void
  /** After it. */
  add(built: BuiltFunction, appliesPermissions: boolean): void
}

export function openRecord(root: string, env: string, now: () => Date = () => new Date()): DeployRecord {
  const dir = join(root, STATE_DIR)
  const file = join(dir, 'deployed.json')
  const { environments } = readContent(file)
  const functions = new Map(Object.entries(environments[env] ?? {}))
  const write = () => {
    mkdirSync(dir, { recursive: true })
    const content: Content = {
      version: 1,
      environments: { ...environments, [env]: Object.fromEntries([...functions].sort()) },
    }
    writeWhole(file, `${JSON.stringify(content, null, 2)}\n`)
  }
  return {
    holds({ name, sha256 }, appliesPermissions) {
      const uploaded = functions.get(name)
      return uploaded?.sha256 === sha256 && (uploaded.permissions || !appliesPermissions)
    },
    forget(name) {
      if (functions.delete(name)) write()
    },
    add({ name, sha256 }, permissions) {
      functions.set(name, { sha256, permissions, at: now().toISOString() })
      write()
    },
  }
}

/** A file that is missing or broken only makes everything go up once more. */
function readContent(file: string): Content {
  const empty: Content = { version: 1, environments: {} }
  if (!existsSync(file)) return empty
  try {
    const content = JSON.parse(readFileSync(file, 'utf8')) as Partial<Content> | null
    return content?.version === 1 && content.environments
      ? { version: 1, environments: content.environments }
      : empty
  } catch (error) {
    if (error instanceof SyntaxError) return empty
    throw error
  }
}
