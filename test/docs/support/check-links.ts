import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { KIT_ROOT } from '../../scripts/support/projects'
import type { Page } from './pages'

/** Folders whose files are named in the text by their path from the root. */
const PATH = /^(?:miniprogram|cloudfunctions|scripts|test|docs)\/[\w./-]*$/
/** Made by `kit new` in the README's example, or given as a name for what a reader may have. */
const EXAMPLES = /^(?:cloudfunctions|miniprogram\/pages|test\/cloudfunctions)\/greet\b/

/** Links, pictures, anchors and paths that lead nowhere, each as `file:line: what`. */
export function checkLinks(pages: readonly Page[]): string[] {
  const anchors = new Map(pages.map(page => [page.file, page.anchors]))
  return pages.flatMap(({ file, links, codes }) => {
    const wrongLinks = links.flatMap(({ text, line }) => {
      const problem = problemOfLink(file, text, anchors)
      return problem === undefined ? [] : [`${file}:${line}: ${problem}`]
    })
    const wrongPaths = codes
      .filter(({ text }) => PATH.test(text) && !EXAMPLES.test(text) && !existsSync(join(KIT_ROOT, text)))
      .map(({ text, line }) => `${file}:${line}: there is no ${text}`)
    return [...wrongLinks, ...wrongPaths]
  })
}

function problemOfLink(
  from: string,
  target: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined {
  if (/^https?:/.test(target)) return URL.canParse(target) ? undefined : `"${target}" is no address`
  const [path = '', anchor] = target.split('#')
  const file = path === '' ? from : posix.join(posix.dirname(from), decodeURI(path))
  if (file.startsWith('..')) return `"${target}" leads out of the project`
  if (path !== '' && !existsSync(join(KIT_ROOT, file))) return `there is no ${file}`
  if (anchor === undefined) return undefined
  const there = anchors.get(file)
  return there?.has(decodeURIComponent(anchor)) ? undefined : `${file} has no heading for #${anchor}`
}
