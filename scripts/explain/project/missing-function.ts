import { nearestName } from '../../project/nearest-name'
import { type Answer, type Finding, line, listed } from './finding'
import type { Project } from './project'

export type FunctionFinding = Finding<'function', { name?: string; inProject?: boolean; built?: boolean }>

/** For a function that the cloud does not find: whether the project has it, and whether it is built. */
export function functionFinding(named: string | undefined, project: Project): Answer<FunctionFinding> {
  const names = project.functionNames
  if (named === undefined) {
    const all = listed(names)
    const lines = [
      line(
        `the functions of the project: ${all.en || 'none'}. Which of them is not in the console?`,
        `项目里的云函数：${all.zh || '无'}。控制台里缺了哪一个？`,
      ),
    ]
    return { finding: { topic: 'function', data: {}, lines } }
  }
  if (!names.includes(named)) {
    const near = nearestName(named, names)
    const lines = [
      line(
        `the project has no function ${named}${near ? `: ${near} may be meant` : ''}`,
        `项目里没有函数 ${named}${near ? `，也许是想调用 ${near}` : ''}`,
      ),
    ]
    return { finding: { topic: 'function', data: { name: named, inProject: false }, lines } }
  }
  const folder = `dist/cloudfunctions/${named}`
  const built = project.read(`${folder}/index.js`) !== undefined
  const lines = [
    line(
      `the project has ${named}: ${built ? `upload ${folder}` : `npm run build, then upload ${folder}`}`,
      `项目里有 ${named}：${built ? `上传 ${folder} 即可` : `先 npm run build，再上传 ${folder}`}`,
    ),
  ]
  return {
    finding: { topic: 'function', data: { name: named, inProject: true, built }, lines },
    functionName: named,
  }
}
