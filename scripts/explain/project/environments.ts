import type { CloudError } from '../../../miniprogram/cloud/cloud-error'
import type { Bilingual } from '../../../miniprogram/cloud/error-codes'
import { ENV_FILE, LOCAL_ENVIRONMENT, readEnvironments } from '../../project/environments'
import { nearestName } from '../../project/nearest-name'
import { type Answer, type Finding, line, sameLine } from './finding'
import type { Project } from './project'

export type EnvironmentFinding = Finding<
  'environments',
  {
    /** By version; undefined where it is not a plain text. */
    environments: Record<string, string | undefined>
    /** The id in the text of the error. */
    inText?: string
  }
>

const PLACEHOLDER = 'your-env-id'
/** An id has a digit and a hyphen, as in `prod-1a2b3c`; other words after "env" do not. */
const ID_IN_TEXT =
  /\benv(?:ironment)?(?:[ _-]?id)?["'\\]*\s*[:=：]?\s*["'`“「\\]*(?=[a-z-]*\d)([a-z0-9]+(?:-[a-z0-9]+)+)\b/i

/** Compares the environment ids of the mini program with the one in the text. */
export function environmentFinding({ raw }: CloudError, project: Project): Answer<EnvironmentFinding> {
  const versions = readEnvironments(project.read(ENV_FILE) ?? '')
  const environments = Object.fromEntries(versions.map(({ version, env }) => [version, env]))
  const ids = Object.values(environments).flatMap(id => (id && id !== LOCAL_ENVIRONMENT ? id : []))
  const inText = ids.find(id => holdsWord(raw, id)) ?? ID_IN_TEXT.exec(raw)?.[1]
  const lines = [
    ...(environmentLines(environments, inText) ?? [
      line(`there is no ${ENV_FILE} with environment ids`, `没有找到写着环境 ID 的 ${ENV_FILE}`),
    ]),
    ...(inText ? comparison(environments, inText) : []),
    ...touristLines(project),
  ]
  return {
    finding: { topic: 'environments', data: { environments, ...(inText && { inText }) }, lines },
  }
}

function holdsWord(text: string, word: string): boolean {
  return text.split(/[^\w-]+/).includes(word)
}

function environmentLines(
  environments: Record<string, string | undefined>,
  inText: string | undefined,
): Bilingual[] | undefined {
  const versions = Object.entries(environments)
  if (versions.length === 0) return undefined
  return versions.map(([version, id]) => {
    const start = `${ENV_FILE} ${version}: `
    if (id === undefined) return line(`${start}not a plain text`, `${start}不是直接写出的文本`)
    if (id === '' || id === PLACEHOLDER) return line(`${start}not filled in yet`, `${start}还没有填写`)
    if (id === LOCAL_ENVIRONMENT)
      return line(`${start}${id}, the cloud on this machine`, `${start}${id}，即本机的本地云`)
    if (id === inText) return line(`${start}${id}, as in the text`, `${start}${id}，与报错中的一致`)
    return sameLine(`${start}${id}`)
  })
}

function comparison(environments: Record<string, string | undefined>, inText: string): Bilingual[] {
  const ids = Object.values(environments).flatMap(id => id ?? [])
  if (ids.includes(inText)) {
    return [
      line(
        `${inText} is in ${ENV_FILE}, so look in the console whether it exists, and whether it belongs to this AppID`,
        `${inText} 与 ${ENV_FILE} 一致：到控制台确认它存在，并且属于当前 AppID`,
      ),
    ]
  }
  const near = nearestName(inText, ids)
  return [
    line(
      `the text names ${inText}, which is not in ${ENV_FILE}${near ? `; ${near} is near it` : ''}`,
      `报错里的 ${inText} 不在 ${ENV_FILE} 里${near ? `，与它相近的是 ${near}` : ''}`,
    ),
  ]
}

function touristLines(project: Project): Bilingual[] {
  if (!/"appid"\s*:\s*"(?:touristappid)?"/.test(project.read('project.config.json') ?? '')) return []
  const text = 'project.config.json appid: touristappid'
  return [
    line(
      `${text}, which cannot open the cloud: use your own`,
      `${text}，游客模式不能开通云开发，请换成自己的`,
    ),
  ]
}
