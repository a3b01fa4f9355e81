import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KIT_ROOT } from '../../scripts/support/projects'
import { type Markdown, readMarkdown } from './markdown'

/** A page of the documentation. */
export interface Page extends Markdown {
  /** From the root of the project, with `/`. */
  file: string
}

/** A page from its text, for tests of the checks themselves. */
export function pageOf(text: string, file = 'docs/sample.md'): Page {
  return { file, ...readMarkdown(text) }
}

/** Every page in `docs/` and both README files. */
export function allPages(): Page[] {
  const docs = readdirSync(join(KIT_ROOT, 'docs')).filter(name => name.endsWith('.md'))
  return ['README.md', 'README.zh-CN.md', ...docs.sort().map(name => `docs/${name}`)].map(file =>
    pageOf(readFileSync(join(KIT_ROOT, file), 'utf8'), file),
  )
}

/** Whether a page is one in Chinese. */
export function isChinese(file: string): boolean {
  return file.endsWith('.zh-CN.md')
}

/** The same page in English. */
export function inEnglish(file: string): string {
  return file.replace('.zh-CN', '')
}
