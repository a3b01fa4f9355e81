import type { Message } from 'esbuild'
import type { MiniProgramFiles } from '../project/mini-program'
import type { Problem } from '../project/problem'
import { resolveReference } from '../project/references'
import { didYouMeanFile, problemAt, type Source, shownPath } from './source'
import { offsetOf } from './template/compile'

/** The syntax of a style sheet, as esbuild's parser of CSS sees it; all that WXSS adds is the unit rpx, which it takes. */
export async function checkStyleSyntax(source: Source): Promise<Problem[]> {
  const { transform } = require('esbuild') as typeof import('esbuild')
  const { warnings } = await transform(source.text, { loader: 'css', logLevel: 'silent' })
  return warnings.map(warning => toProblem(source, warning))
}

function toProblem(source: Source, { text, location, notes }: Message): Problem {
  const offset = location ? offsetOf(source.text, location.line - 1, 0) : 0
  // esbuild counts columns in bytes of UTF-8
  const column = location ? Buffer.from(location.lineText).subarray(0, location.column).toString().length : 0
  const [meant] = notes.flatMap(note => /^Did you mean ("[^"]+")/.exec(note.text)?.[1] ?? [])
  return problemAt(source, offset + column, {
    rule: 'wxss-syntax',
    message: text,
    mend: meant === undefined ? undefined : `did you mean ${meant}?`,
  })
}

const COMMENT = /\/\*.*?\*\//gs
const IMPORT = /@import\s+(?:url\(\s*)?(['"])(.*?)\1/g
const URL = /(?<!@import\s+)\burl\(\s*(['"]?)(?!['"])([^)'"]*)\1\s*\)/g

/**
 * What a style sheet names: imported sheets that are not there, and pictures or fonts of the package, which WXSS
 * cannot load. https://developers.weixin.qq.com/miniprogram/dev/framework/view/wxss.html
 */
export function checkStyleReferences(source: Source, files: MiniProgramFiles): Problem[] {
  const text = source.text.replace(COMMENT, comment => ' '.repeat(comment.length))
  const imports = [...text.matchAll(IMPORT)].flatMap(match => {
    const [all, quote = '', reference = ''] = match
    const path = resolveReference(source.path, reference)
    if (/^[a-z]+:/i.test(reference) || files.has(path)) return []
    return [
      problemAt(source, match.index + all.lastIndexOf(quote + reference) + 1, {
        rule: 'import-missing',
        message: `@import: there is no ${shownPath(path)}`,
        mend: didYouMeanFile(source.path, reference, files.endingWith('.wxss')),
      }),
    ]
  })
  const local = [...text.matchAll(URL)].flatMap(match => {
    const [, , reference = ''] = match
    if (reference === '' || /^(?:[a-z]+:|\/\/|#)/i.test(reference)) return []
    return [
      problemAt(source, match.index, {
        rule: 'wxss-local-file',
        message: `url(${reference}): a style sheet cannot load files of the package`,
        mend: 'use an address with https, a data: URL, or an <image> in the template',
      }),
    ]
  })
  return [...imports, ...local]
}
