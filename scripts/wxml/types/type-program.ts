import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parse } from 'jsonc-parser'
import { FUNCTIONS_DIR } from '../../project/cloud-functions'
import { MINI_PROGRAM_DIR, NPM_DIR } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { runTsc } from '../../project/type-check'
import { DECLARATIONS } from './declarations'

/** Where a program is laid out while it is checked: in the output folder, one folder for each run. */
const WORK_DIR = 'dist/check'
const LONGEST_RUN_MS = 10 * 60_000

/** Files of the program by their path in the mini program, without `.ts`. */
export interface TypeProgram {
  /** The scripts of pages and components, as `readOwner()` gives them. */
  owners: ReadonlyMap<string, string>
  /** The templates, as `typeTemplate()` gives them. */
  templates: ReadonlyMap<string, string>
}

/** A finding of the compiler, with the file of the program it is in; undefined for one about the whole program. */
export interface TypeFinding {
  path: string | undefined
  found: Problem
}

/**
 * Type-checks a program. Its files are laid out in a folder of their own, over which the mini program lies
 * (`rootDirs`), so that every import leads where it would from beside the original.
 */
export async function checkTypeProgram(projectRoot: string, program: TypeProgram): Promise<TypeFinding[]> {
  // the compiler sees through links, and its findings name files from where they really are
  const root = realpathSync(projectRoot)
  mkdirSync(join(root, WORK_DIR), { recursive: true })
  removeLeftovers(join(root, WORK_DIR), Date.now())
  const work = mkdtempSync(join(root, WORK_DIR, 'run-'))
  try {
    const files = [...program.owners, ...program.templates].map(([path, code]) => {
      const file = join(work, MINI_PROGRAM_DIR, `${path}.ts`)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, code)
      return file
    })
    writeFileSync(join(work, 'declarations.d.ts'), DECLARATIONS)
    writeFileSync(join(work, 'tsconfig.json'), JSON.stringify(configOf(root, work, files), null, 2))
    const folder = work.slice(root.length + 1).replaceAll('\\', '/')
    const found = await runTsc(root, ['--project', work, '--checkers', '2'])
    return found.map(problem => ({
      path: pathIn(`${folder}/${MINI_PROGRAM_DIR}/`, problem.file),
      found: problem,
    }))
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/** What runs that were killed have left. */
function removeLeftovers(dir: string, now: number): void {
  for (const name of readdirSync(dir).filter(entry => entry.startsWith('run-'))) {
    const path = join(dir, name)
    const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? now
    if (now - made > LONGEST_RUN_MS) rmSync(path, { recursive: true, force: true })
  }
}

function pathIn(folder: string, file: string | undefined): string | undefined {
  return file?.startsWith(folder) ? file.slice(folder.length).replace(/\.ts$/, '') : undefined
}

function configOf(root: string, work: string, files: readonly string[]) {
  const own = join(root, MINI_PROGRAM_DIR, 'tsconfig.json')
  return {
    ...(existsSync(own) ? { extends: own } : {}),
    compilerOptions: {
      ...(existsSync(own)
        ? {}
        : { target: 'ES2018', module: 'preserve', moduleResolution: 'bundler', lib: ['ES2020'] }),
      types: ['miniprogram-api-typings'],
      paths: { ...pathsOf(join(root, FUNCTIONS_DIR)), ...pathsOf(join(root, MINI_PROGRAM_DIR)) },
      rootDir: root,
      rootDirs: [root, work],
      strict: true,
      noErrorTruncation: true,
      noImplicitAny: false,
      noUncheckedIndexedAccess: false,
      skipLibCheck: true,
      noEmit: true,
      emitDeclarationOnly: false,
      declaration: false,
      composite: false,
      incremental: false,
    },
    files: [join(work, 'declarations.d.ts'), ...files],
    include: [join(root, MINI_PROGRAM_DIR, '**/*.d.ts')],
    exclude: ['**/node_modules', `**/${NPM_DIR}`],
    references: [],
  }
}

/** The `paths` of a part of the project, which the types that its files import depend on. */
function pathsOf(part: string): Record<string, string[]> {
  const file = join(part, 'tsconfig.json')
  if (!existsSync(file)) return {}
  const { compilerOptions } = (parse(readFileSync(file, 'utf8')) ?? {}) as {
    compilerOptions?: { paths?: Record<string, string[]> }
  }
  return Object.fromEntries(
    Object.entries(compilerOptions?.paths ?? {}).map(([name, targets]) => [
      name,
      targets.map(target => resolve(part, target)),
    ]),
  )
}
