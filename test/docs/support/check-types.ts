import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { readTscOutput } from '../../../scripts/project/type-check'
import { KIT_ROOT } from '../../scripts/support/projects'
import type { Fence } from './markdown'

/** A `ts` sample and the page that it stands on. */
export interface TypedSample {
  file: string
  fence: Fence
}

/** Where a sample of a kind would stand, and what a reader takes for granted there. */
const CONTEXTS: Readonly<Record<string, { file: string; imports: Readonly<Record<string, string>> }>> = {
  function: {
    file: 'cloudfunctions/sample/index.ts',
    imports: {
      v: '* as v from "valibot"',
      cloud: '{ cloud } from "../shared/cloud"',
      defineFunction: '{ defineFunction } from "../shared/define-function"',
      FunctionError: '{ FunctionError } from "../shared/function-error"',
      noInput: '{ noInput } from "../shared/no-input"',
    },
  },
  page: {
    file: 'miniprogram/pages/sample/sample.ts',
    imports: {
      call: '{ call } from "../../cloud/call"',
      toCloudError: '{ toCloudError } from "../../cloud/cloud-error"',
      attempt: '{ attempt } from "../../components/error-card/attempt"',
      cardOf: '{ cardOf } from "../../components/error-card/card"',
    },
  },
}

/**
 * Type-checks all samples in one run of the compiler, as if each stood in the project: in the file that the second
 * word of its fence names, or in a file of its kind (`function`, `page`). Further words are names that the reader
 * has, such as `id` or `kind:'get'|'list'`.
 *
 * @returns each error as `page:line: message`
 */
export function checkTypes(samples: readonly TypedSample[]): string[] {
  if (samples.length === 0) return []
  // the compiler prints real paths, and the temporary folder of macOS is a link
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'kit-docs-')))
  try {
    symlinkSync(join(KIT_ROOT, 'node_modules'), join(dir, 'node_modules'), 'junction')
    const placed = samples.map((sample, index) => ({ sample, place: place(sample.fence, String(index)) }))
    for (const { place } of placed) write(join(dir, place.file), place.text)
    write(join(dir, 'tsconfig.json'), JSON.stringify(configFor(dir, placed.length)))
    const tsc = join(KIT_ROOT, 'node_modules/typescript/bin/tsc')
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [tsc, '--project', dir, '--pretty', 'false'],
      {
        cwd: dir,
        encoding: 'utf8',
      },
    )
    if (status !== 0 && stdout === '') throw new Error(`tsc ended with ${status}: ${stderr}`)
    return readTscOutput(dir, stdout).flatMap(({ file, line = 0, message }) => {
      const found = placed.find(({ place }) => place.file === file)
      // the project's own files are checked elsewhere, each with the types of the place that it runs in
      if (!found) return file === undefined ? [message] : []
      const { sample } = found
      return [`${sample.file}:${sample.fence.line + line - 1}: ${message}`]
    })
  } finally {
    rmSync(dir, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The sample as a file. What it takes for granted stands on the first line, so that the others keep their places. */
function place({ context: [kind = '', ...given], text }: Fence, folder: string) {
  const known = CONTEXTS[kind]
  const file = `${folder}/${known?.file ?? (kind.includes('/') ? kind : `${kind || 'no-context'}.ts`)}`
  const imports = Object.entries(known?.imports ?? {})
    .filter(([name]) => !new RegExp(`\\b(?:import|const|let|function)\\s[^=(]*\\b${name}\\b`).test(text))
    .map(([, clause]) => `import ${clause};`)
  const declarations = given.map(word => {
    const [name, type = 'any'] = word.split(':')
    return `declare const ${name}: ${type};`
  })
  return { file, text: `${[...imports, ...declarations, 'export {};'].join(' ')}\n${text}` }
}

/** All sample folders lie over the project: an import of `../shared/cloud` finds the project's own file. */
function configFor(dir: string, samples: number) {
  const folders = Array.from({ length: samples }, (_, index) => join(dir, String(index)))
  return {
    extends: join(KIT_ROOT, 'tsconfig.base.json'),
    compilerOptions: {
      composite: false,
      emitDeclarationOnly: false,
      noEmit: true,
      types: ['node', 'jest', 'miniprogram-api-typings'],
      rootDirs: [KIT_ROOT, ...folders],
      paths: { 'wx-server-sdk': [join(KIT_ROOT, 'cloudfunctions/typings/wx-server-sdk.d.ts')] },
    },
    include: [
      ...folders.map(folder => join(folder, '**/*.ts')),
      join(KIT_ROOT, 'miniprogram/typings/*.d.ts'),
    ],
  }
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
