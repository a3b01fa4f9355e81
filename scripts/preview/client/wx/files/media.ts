import { ApiFailure, asyncApi, type Options, textOption } from '../api'
import type { TempFiles } from './temp-files'

/** https://developers.weixin.qq.com/miniprogram/dev/api/media/video/wx.chooseMedia.html and those beside it */
export function mediaApis(
  files: TempFiles,
  document: Document,
  resolveSource: (source: string) => Promise<string>,
): Record<string, unknown> {
  const choose = async (options: Options, accept: string) => {
    const count = Math.max(1, Number(options.count ?? 9))
    const chosen = (await pickFiles(document, accept, count > 1)).slice(0, count)
    if (chosen.length === 0) throw new ApiFailure('cancel')
    return chosen.map(file => ({ path: files.add(file, file.name), size: file.size, type: file.type }))
  }
  const load = async (source: string) => {
    const image = document.createElement('img')
    image.src = files.has(source) ? files.urlOf(source) : await resolveSource(source)
    await image.decode().catch(() => {
      throw new ApiFailure(`cannot read the image "${source}"`)
    })
    return image
  }
  return {
    chooseMedia: asyncApi('chooseMedia', async options => {
      const types = Array.isArray(options.mediaType) ? options.mediaType : ['image', 'video']
      const accept = types.includes('image')
        ? types.includes('video') || types.includes('mix')
          ? 'image/*,video/*'
          : 'image/*'
        : 'video/*'
      const chosen = await choose(options, accept)
      const tempFiles = chosen.map(({ path, size, type }) => ({
        tempFilePath: path,
        size,
        fileType: type.startsWith('video/') ? 'video' : 'image',
      }))
      const kinds = new Set(tempFiles.map(({ fileType }) => fileType))
      return { tempFiles, type: kinds.size > 1 ? 'mix' : tempFiles[0]?.fileType }
    }),
    chooseImage: asyncApi('chooseImage', async options => {
      const chosen = await choose(options, 'image/*')
      return {
        tempFilePaths: chosen.map(({ path }) => path),
        tempFiles: chosen.map(({ path, size }) => ({ path, size })),
      }
    }),
    getImageInfo: asyncApi('getImageInfo', async options => {
      const source = textOption(options, 'src')
      const { naturalWidth: width, naturalHeight: height } = await load(source)
      const type = files.has(source) ? (/\.(\w+)$/.exec(source)?.[1] ?? 'unknown') : 'unknown'
      return { width, height, path: source, type: type === 'jpg' ? 'jpeg' : type, orientation: 'up' }
    }),
    compressImage: asyncApi('compressImage', async options => {
      const { quality = 80, compressedWidth, compressedHeight } = options
      const image = await load(textOption(options, 'src'))
      const ratio = image.naturalHeight / image.naturalWidth
      const canvas = document.createElement('canvas')
      canvas.width = Number(
        compressedWidth ?? (compressedHeight ? Number(compressedHeight) / ratio : image.naturalWidth),
      )
      canvas.height = Number(compressedHeight ?? canvas.width * ratio)
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
      const blob = await new Promise<Blob | null>(resolve =>
        canvas.toBlob(resolve, 'image/jpeg', Number(quality) / 100),
      )
      if (!blob) throw new ApiFailure('the browser could not compress the image')
      return { tempFilePath: files.add(blob, '.jpg') }
    }),
  }
}

/** The browser's own dialog. Empty if the user closed it without a choice. */
function pickFiles(document: Document, accept: string, multiple: boolean): Promise<File[]> {
  const field = document.createElement('input')
  Object.assign(field, { type: 'file', accept, multiple, hidden: true })
  document.body.append(field)
  return new Promise<File[]>(resolve => {
    field.addEventListener('change', () => resolve([...(field.files ?? [])]))
    field.addEventListener('cancel', () => resolve([]))
    field.click()
  }).finally(() => field.remove())
}
