import type { Problem } from '../../../scripts/project/problem'
import { MiniProgramChecker } from '../../../scripts/wxml'
import { type TestProject, useProjects } from '../support/projects'

/** Files of a mini program by their path in it, on top of one page that is in order. */
export type Files = Record<string, string>

const BASE: Files = {
  'app.json': '{ "pages": ["pages/home/home"] }\n',
  'app.ts': 'App({})\n',
  'pages/home/home.json': '{}\n',
  'pages/home/home.ts': "Page({ data: { title: '' }, open() {} })\n",
  'pages/home/home.wxml': '<view bind:tap="open">{{title}}</view>\n',
}

/** Call once at the top of a test file; gives a function that makes a project around a mini program. */
export function useMiniPrograms(): (files: Files) => TestProject {
  const makeProject = useProjects()
  return files =>
    makeProject(
      Object.fromEntries(
        Object.entries({ ...BASE, ...files }).map(([path, text]) => [`miniprogram/${path}`, text]),
      ),
    )
}

/** Everything but the types, which take a run of the compiler. */
export async function checkWithoutTypes({ root }: TestProject): Promise<Problem[]> {
  return (await new MiniProgramChecker(root, { types: false }).check()).problems
}

/** `pages/home/home.wxml:1:7 tag-unknown: message (mend)`, a warning marked as such. */
export function shown({ severity, rule, message, file = '', line, column, mend }: Problem): string {
  const place = `${file.replace(/^miniprogram\//, '')}:${line}:${column}`
  const mark = severity === 'error' ? '' : `${severity} `
  return `${place} ${mark}${rule}: ${message}${mend === undefined ? '' : ` (${mend})`}`
}
