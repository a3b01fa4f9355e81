import { MAX_FILES_PER_REQUEST, type Storage } from '../storage/storage'
import { isObject, type JsonObject } from './body'
import { ownWords, WireError } from './wire-error'

/** Who asks for files, and what they may do. */
export interface StorageAccess {
  /** The user whose files these will be; absent for a function. */
  openid?: string
  /** @param owner of the file, if it is there */
  allows(operation: 'read' | 'write', cloudPath: string, owner: string | undefined): Promise<boolean>
}

/** Functions have every right. */
export const FULL_ACCESS: StorageAccess = { allows: async () => true }

type FileCode = 'SUCCESS' | 'STORAGE_FILE_NONEXIST' | 'STORAGE_EXCEED_AUTHORITY'

/** The storage actions of the wire protocol. Bytes go over `/cos/`, not through here. */
export async function storageAction(
  storage: Storage,
  action: string,
  params: JsonObject,
  access: StorageAccess,
): Promise<{ data: unknown }> {
  switch (action) {
    case 'storage.getUploadMetadata':
      return { data: await announceUpload(storage, params.path, access) }
    case 'storage.batchGetDownloadUrl':
      return { data: { download_list: await addresses(storage, params.file_list, access) } }
    case 'storage.batchDeleteFile':
      return { data: { delete_list: await deleteFiles(storage, params.fileid_list, access) } }
    default:
      throw new WireError('INVALID_ACTION', ownWords(`there is no action ${action}`))
  }
}

async function announceUpload(storage: Storage, path: unknown, access: StorageAccess) {
  const problem = storage.pathProblem(path)
  if (problem || typeof path !== 'string')
    throw new WireError('INVALID_PARAM', ownWords(problem ?? 'no path'))
  const existing = await storage.objects.find(path)
  if (!(await access.allows('write', path, existing ? existing.openid : access.openid))) {
    throw new WireError('STORAGE_EXCEED_AUTHORITY', 'storage permission denied')
  }
  return storage.announce(path, access.openid)
}

async function addresses(storage: Storage, list: unknown, access: StorageAccess) {
  return await Promise.all(
    items(list, 'file_list').map(async item => {
      const { fileid, max_age } = isObject(item) ? item : { fileid: item, max_age: undefined }
      const { code, cloudPath } = await permit(storage, fileid, 'read', access)
      if (code !== 'SUCCESS' || cloudPath === undefined) return { code, fileID: fileid, tempFileURL: '' }
      const { url, maxAge } = storage.addressOf(cloudPath, typeof max_age === 'number' ? max_age : undefined)
      return { code, fileID: fileid, tempFileURL: url, maxAge }
    }),
  )
}

/** One after the other: the same file twice in a list is deleted once. */
async function deleteFiles(storage: Storage, list: unknown, access: StorageAccess) {
  const deleted: { code: FileCode; fileID: unknown }[] = []
  for (const fileID of items(list, 'fileid_list')) {
    const { code, cloudPath } = await permit(storage, fileID, 'write', access)
    if (code === 'SUCCESS' && cloudPath !== undefined) await storage.objects.remove(cloudPath)
    deleted.push({ code, fileID })
  }
  return deleted
}

async function permit(
  storage: Storage,
  fileID: unknown,
  operation: 'read' | 'write',
  access: StorageAccess,
): Promise<{ code: FileCode; cloudPath?: string }> {
  const cloudPath = storage.pathOf(fileID)
  const object = cloudPath === undefined ? undefined : await storage.objects.find(cloudPath)
  if (cloudPath === undefined || !object) return { code: 'STORAGE_FILE_NONEXIST' }
  const allowed = await access.allows(operation, cloudPath, object.openid)
  return { code: allowed ? 'SUCCESS' : 'STORAGE_EXCEED_AUTHORITY', cloudPath }
}

function items(list: unknown, name: string): unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw invalid(`${name} must be an array that is not empty`)
  if (list.length > MAX_FILES_PER_REQUEST) {
    throw invalid(`${name} holds ${list.length} files, at most ${MAX_FILES_PER_REQUEST} are allowed`)
  }
  return list
}

function invalid(text: string): WireError {
  return new WireError('INVALID_PARAM', ownWords(text))
}
