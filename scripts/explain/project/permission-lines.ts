import type { Bilingual } from '../../../miniprogram/cloud/error-codes'
import { readFunctionConfig } from '../../project/function-config'
import { nearestName } from '../../project/nearest-name'
import { line, listed, type Named } from './finding'
import type { FunctionPermissions } from './permissions'
import type { Project } from './project'

/** What was looked for, and what was found. */
export interface PermissionSearch {
  named: Named
  /** Those that can have failed. */
  functions: readonly FunctionPermissions[]
  all: readonly FunctionPermissions[]
}

const MAX_SHOWN = 5

/** What a comparison of permissions says, in words. A list of sentences, hence longer than other files. */
export function permissionLines(search: PermissionSearch, project: Project): Bilingual[] {
  const { named, functions } = search
  const shown = functions.slice(0, MAX_SHOWN)
  const isRight = shown.every(
    ({ missing, withheld, complete }) => missing.length + withheld.length === 0 && complete,
  )
  return [
    ...choiceLines(search),
    ...shown.flatMap(one => [...linesOf(one), ...otherVersion(one, named.openapi)]),
    ...(functions.length > 0 && isRight ? elsewhere(search, project) : []),
  ]
}

/** How the functions were chosen: by name, or because no others can have failed so. */
function choiceLines({ named: { functionName }, functions, all }: PermissionSearch): Bilingual[] {
  const { en, zh } = listed(functions.map(({ name }) => name))
  const [first, second] = functions
  if (functionName !== undefined && !first) {
    const near = nearestName(
      functionName,
      all.map(({ name }) => name),
    )
    return [
      line(
        `the project has no function ${functionName}${near ? `; the nearest name is ${near}` : ''}`,
        `项目里没有函数 ${functionName}${near ? `，最接近的是 ${near}` : ''}`,
      ),
    ]
  }
  if (functionName !== undefined) return []
  if (!first) {
    return [
      line(
        'no function of this project calls such an openapi: the cloud holds another version, or another project',
        '项目里没有函数调用这样的 openapi：云端是别的版本，或属于另一个项目',
      ),
    ]
  }
  if (second) {
    return [
      line(`it can be one of ${en}: --function NAME says which`, `可能是 ${zh} 之一：用 --function 指明`),
    ]
  }
  return [
    line(`the text names no function; ${en} is the only candidate`, `报错没有写出函数名，只可能是 ${zh}`),
  ]
}

function linesOf({
  name,
  configFile,
  hasConfig,
  calls,
  missing,
  withheld,
  complete,
  listed: allowed,
}: FunctionPermissions): Bilingual[] {
  const places = listed(calls.map(call => `${call.name}${call.file ? ` (${call.file}:${call.line})` : ''}`))
  const [listedNames, missingNames, withheldNames] = [listed(allowed), listed(missing), listed(withheld)]
  const lines: Bilingual[] = []
  if (calls.length > 0) lines.push(line(`${name} calls ${places.en}`, `${name} 调用了 ${places.zh}`))
  if (calls.length + withheld.length === 0 && complete) {
    lines.push(line(`${name} calls no openapi`, `${name} 没有调用任何 openapi`))
  }
  if (!hasConfig) lines.push(line(`there is no ${configFile}`, `没有 ${configFile}`))
  else if (allowed.length === 0)
    lines.push(line(`${configFile} lists nothing`, `${configFile} 里一个也没有列出`))
  else lines.push(line(`${configFile} lists ${listedNames.en}`, `${configFile} 里列出了 ${listedNames.zh}`))
  if (missing.length > 0) {
    lines.push(
      line(
        `missing: ${missingNames.en}. To add it: the same command with --fix --function ${name}`,
        `缺少：${missingNames.zh}。同一条命令加上 --fix --function ${name} 就会补上`,
      ),
    )
  }
  if (withheld.length > 0) {
    lines.push(
      line(
        `${name} also calls ${withheldNames.en}, left out on purpose by an openapi-withheld comment: without the comment --fix adds it`,
        `${name} 还调用了 ${withheldNames.zh}，被 openapi-withheld 注释有意留空：删掉注释后 --fix 才会补上`,
      ),
    )
  }
  if (!complete) {
    lines.push(
      line(
        'not every call can be read from the code: npm run check says where',
        '有些调用无法从代码里读出来：运行 npm run check 看是哪一处',
      ),
    )
  }
  return lines
}

function otherVersion(
  { name, calls, withheld, complete }: FunctionPermissions,
  openapi: string | undefined,
): Bilingual[] {
  const called = [...calls.map(call => call.name), ...withheld]
  if (openapi === undefined || called.includes(openapi) || !complete) return []
  return [
    line(
      `the text speaks of ${openapi}, which ${name} does not call: another function failed, or another version of it`,
      `报错里是 ${openapi}，而 ${name} 并没有调用它：出错的是别的函数，或云端是别的版本`,
    ),
  ]
}

/** Everything is listed: what else the error can come from. */
function elsewhere({ functions, all }: PermissionSearch, project: Project): Bilingual[] {
  const called = new Set(functions.flatMap(({ calls }) => calls.map(({ name }) => name)))
  const others = all.filter(one => !functions.includes(one) && one.calls.some(({ name }) => called.has(name)))
  const { en, zh } = listed(others.map(({ name }) => name))
  return [
    line('nothing is missing there, so it is one of these:', '这里并不缺权限，那么可能是：'),
    ...functions.flatMap(one => staleBuild(one, project)),
    line(
      '- it was not uploaded with WeChat DevTools: by the documentation nothing else applies config.json',
      '- 没有用微信开发者工具上传：按文档，只有它会应用 config.json',
    ),
    line(
      '- the upload is less than ten minutes old: permissions are cached',
      '- 上传还不到十分钟：权限有缓存',
    ),
    line(
      `- another function failed, whose own config.json counts${others.length > 0 ? `; the same is called by ${en}` : ''}`,
      `- 出错的是另一个函数，要看它自己的 config.json${others.length > 0 ? `；${zh} 也调用了同样的接口` : ''}`,
    ),
  ]
}

function staleBuild({ name, listed: wanted }: FunctionPermissions, project: Project): Bilingual[] {
  const file = `dist/cloudfunctions/${name}/config.json`
  const text = project.read(file)
  const built = text === undefined ? undefined : readFunctionConfig(text, file).config.openapi
  if (built && wanted.every(one => built.includes(one))) return []
  return [
    built
      ? line(
          `- ${file} is older than the sources: npm run build, then upload`,
          `- ${file} 比源码旧：先 npm run build 再上传`,
        )
      : line(`- ${file} is not there: npm run build, then upload`, `- 没有 ${file}：先 npm run build 再上传`),
  ]
}
