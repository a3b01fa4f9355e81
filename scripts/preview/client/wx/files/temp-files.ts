import { ApiFailure } from '../api'

export interface TempFile {
  blob: Blob
  /** With its extension. */
  name: string
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
}

/** The files that the mini program knows by a path: those that were chosen, made or fetched. They go with the page's document. */
export class TempFiles {
  readonly #files = new Map<string, TempFile>()
  readonly #urls = new Map<string, string>()

  /** @param name such as that on the developer's disk; only its extension is kept */
  add(blob: Blob, name = ''): string {
    const extension = /\.(\w{1,8})$/.exec(name)?.[1] ?? EXTENSIONS[blob.type] ?? 'bin'
    const id = [...crypto.getRandomValues(new Uint8Array(12))]
      .map(byte => byte.toString(16).padStart(2, '0'))
      .join('')
    const path = `http://tmp/${id}.${extension}`
    this.#files.set(path, { blob, name: `${id}.${extension}` })
    return path
  }

  /** Under a path of the mini program's own, such as in `wx.env.USER_DATA_PATH`. */
  write(path: string, blob: Blob): void {
    this.#forgetUrl(path)
    this.#files.set(path, { blob, name: path.slice(path.lastIndexOf('/') + 1) })
  }

  has(path: string): boolean {
    return this.#files.has(path)
  }

  /** @throws ApiFailure */
  get(path: string): TempFile {
    const file = this.#files.get(path)
    if (!file) throw new ApiFailure(`no such file or directory "${path}"`)
    return file
  }

  /** @throws ApiFailure */
  remove(path: string): void {
    this.get(path)
    this.#forgetUrl(path)
    this.#files.delete(path)
  }

  /** An address that an image can show. @throws ApiFailure */
  urlOf(path: string): string {
    const known = this.#urls.get(path)
    if (known) return known
    const url = URL.createObjectURL(this.get(path).blob)
    this.#urls.set(path, url)
    return url
  }

  #forgetUrl(path: string): void {
    const url = this.#urls.get(path)
    if (url) URL.revokeObjectURL(url)
    this.#urls.delete(path)
  }
}
