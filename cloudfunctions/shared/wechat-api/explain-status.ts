import type { Bilingual } from './bilingual'
import type { DeployedFunction, FunctionStatus } from './cloud-function-list'

/** Whether a status says that something went wrong. */
export function isFailed(status: FunctionStatus): boolean {
  return status.endsWith('Failed')
}

/** Whether a status stays as it is until somebody does something. */
export function isSettled(status: FunctionStatus): boolean {
  return status === 'Active' || isFailed(status)
}

/**
 * Says in plain words how it stands with a function: what the status means, why, and what to do.
 *
 * The meanings are those of the service below WeChat's cloud functions; the reasons of a status have no documented
 * list, so one that is not known is told in the platform's words.
 * https://www.tencentcloud.com/document/product/583/37883
 */
export function explainStatus({
  status,
  status_reason,
}: Pick<DeployedFunction, 'status' | 'status_reason'>): Bilingual {
  const meaning = meanings.get(status) ?? {
    en: `Its status "${status}" is not documented.`,
    zh: `文档里没有“${status}”这个状态。`,
  }
  const reasons = status_reason.map(
    ({ errcode, errmsg }) =>
      reasonMeanings.get(errcode) ?? {
        en: `The platform says: ${errmsg} (${errcode})`,
        zh: `平台给的原因：${errmsg}（${errcode}）`,
      },
  )
  return {
    en: [meaning, ...reasons].map(({ en }) => en).join(' '),
    zh: [meaning, ...reasons].map(({ zh }) => zh).join(''),
  }
}

const meanings = new Map<string, Bilingual>(
  Object.entries({
    Active: { en: 'It can be called.', zh: '可以调用。' },
    Creating: { en: 'It is being created.', zh: '正在创建。' },
    CreateFailed: {
      en: 'It could not be created and cannot be called: mend the cause, delete it in the cloud console, and upload it again.',
      zh: '创建失败，不能调用：解决下面的问题，在云开发控制台删掉它，再重新上传。',
    },
    Updating: { en: 'It is being updated.', zh: '正在更新。' },
    UpdateFailed: {
      en: 'It could not be updated, and runs as it was before: mend the cause and upload it again.',
      zh: '更新失败，运行的还是旧代码：解决下面的问题，再上传一次。',
    },
    Publishing: { en: 'A version of it is being published.', zh: '正在发布版本。' },
    UpdatingAndPublishing: {
      en: 'It is being updated, and a version of it published.',
      zh: '正在更新并发布版本。',
    },
    PublishFailed: {
      en: 'A version of it could not be published; those that were published before still run.',
      zh: '版本发布失败，之前发布的版本不受影响。',
    },
    Deleting: { en: 'It is being deleted.', zh: '正在删除。' },
    DeleteFailed: {
      en: 'It could not be deleted: try again in the cloud console.',
      zh: '删除失败：到云开发控制台再删一次。',
    },
  }),
)

const reasonMeanings = new Map<string, Bilingual>(
  Object.entries({
    'ResourceNotFound.File': {
      en: 'The package has no file in which it starts: upload the built folder, with index.js at its top.',
      zh: '代码包里找不到入口文件：上传构建好的文件夹，index.js 要在最外层。',
    },
  }),
)
