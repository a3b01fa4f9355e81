import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Metafile } from 'esbuild'

/**
 * The code that a function is made of, for reading: one ES module without anything that is not used, with
 * `wx-server-sdk` outside, and packages too unless one asks for the SDK itself. Not what is uploaded.
 */
export interface ReadingBundle {
  code: string
  /** Source map v3, as JSON; its paths are from the root of the project, with `/`. */
  map: string
  /** The text of every file of the developer's own of which something is in the bundle, by its path. */
  sources: ReadonlyMap<string, string>
  /** The names that the function exports. */
  exports: readonly string[]
  /** Every import of one file by another, but for those inside packages. */
  imports: readonly ResolvedImport[]
}

/** One import between two files, as the bundler resolved it. Paths are from the root of the project, with `/`. */
export interface ResolvedImport {
  importer: string
  /** The text of the importing file. */
  importerText: string
  target: string
  /** As written: `../login/index`. */
  specifier: string
}

/** Reads files of a project, each once. Paths are from the root, with `/`. */
export function createSourceReader(root: string): (file: string) => string {
  const texts = new Map<string, string>()
  return file => {
    const text = texts.get(file) ?? readFileSync(join(root, file), 'utf8')
    texts.set(file, text)
    return text
  }
}

/** Makes a bundle from what esbuild gave for it. */
export function readingBundle(
  code: string,
  map: string,
  output: Metafile['outputs'][string],
  inputs: Metafile['inputs'],
  readSource: (file: string) => string,
): ReadingBundle {
  const { entryPoint = '', exports } = output
  const files = Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 ? file : [],
  )
  return {
    code,
    map,
    sources: new Map(files.filter(isOwn).map(file => [file, readSource(file)])),
    exports: hasMainInCommonJs(inputs, entryPoint, readSource) ? [...exports, 'main'] : exports,
    imports: importsFrom(entryPoint, inputs, readSource),
  }
}

/** esbuild does not name the exports of CommonJS: there, a `main` in the text counts as one. */
function hasMainInCommonJs(
  inputs: Metafile['inputs'],
  entry: string,
  readSource: (file: string) => string,
): boolean {
  return inputs[entry]?.format === 'cjs' && /\bmain\b/.test(readSource(entry))
}

function importsFrom(
  entry: string,
  inputs: Metafile['inputs'],
  readSource: (file: string) => string,
): ResolvedImport[] {
  const found: ResolvedImport[] = []
  const files = new Set([entry])
  for (const importer of files) {
    for (const { path, original, external } of inputs[importer]?.imports ?? []) {
      if (external || !isOwn(importer)) continue
      files.add(path)
      found.push({ importer, importerText: readSource(importer), target: path, specifier: original ?? path })
    }
  }
  return found
}

function isOwn(file: string): boolean {
  return !file.includes('node_modules/')
}
