import { ApiFailure, answer, failureOf, hasCallbacks, type Options, textOption } from '../api'
import type { TempFiles } from '../files/temp-files'
import { ownAddress } from './address'
import { type LocalCloud, parsed } from './local-cloud'
import type { HttpTask } from './send'

type Listener = (event: object) => void

/** https://developers.weixin.qq.com/miniprogram/dev/api/network/request/wx.request.html and those beside it */
export function networkApis(cloud: LocalCloud, files: TempFiles): Record<string, unknown> {
  return {
    request: (options: Options = {}) => taskOf('request', options, events => request(cloud, options, events)),
    uploadFile: (options: Options = {}) =>
      taskOf('uploadFile', options, events => upload(cloud, files, options, events)),
    downloadFile: (options: Options = {}) =>
      taskOf('downloadFile', options, events => download(cloud, files, options, events)),
  }
}

interface Running {
  result: Promise<object>
  abort(): void
}

type Emit = (type: 'headersReceived' | 'progressUpdate', event: object) => void

/**
 * The task that such an API returns: it can be ended and tells how far it is. Callbacks only, as documented.
 */
function taskOf(name: string, options: Options, run: (emit: Emit) => Running): object {
  const listeners = { headersReceived: new Set<Listener>(), progressUpdate: new Set<Listener>() }
  let isAborted = false
  let running: Running | undefined
  const done = Promise.resolve()
    .then(() => {
      if (isAborted) throw new ApiFailure('abort')
      running = run((type, event) => {
        for (const listener of listeners[type]) listener(event)
      })
      return running.result
    })
    .then(
      result => ({ ...result, errMsg: `${name}:ok` }),
      error => Promise.reject(failureOf(name, error)),
    )
  if (hasCallbacks(options)) answer(done, options)
  else done.catch(() => {})
  return {
    abort() {
      isAborted = true
      running?.abort()
    },
    onHeadersReceived: (listener: Listener) => void listeners.headersReceived.add(listener),
    offHeadersReceived: (listener: Listener) => void listeners.headersReceived.delete(listener),
    onProgressUpdate: (listener: Listener) => void listeners.progressUpdate.add(listener),
    offProgressUpdate: (listener: Listener) => void listeners.progressUpdate.delete(listener),
  }
}

function request(cloud: LocalCloud, options: Options, emit: Emit): Running {
  const method = String(options.method ?? 'GET').toUpperCase()
  const { data, dataType = 'json', responseType = 'text' } = options
  const header = headerOf(options)
  const url = ownAddress(textOption(options, 'url'))
  const isQuery = method === 'GET' || method === 'HEAD'
  const body = isQuery ? undefined : bodyOf(data, header)
  const task = cloud.send(
    {
      method,
      url: isQuery ? withQuery(url, data) : url,
      header,
      ...(body === undefined ? {} : { body }),
      ...timeoutOf(options),
      onHeaders: header => emit('headersReceived', { header }),
    },
    data,
  )
  return resultOf(task, async reply => {
    const { statusCode, header } = reply
    if (responseType === 'arraybuffer') return { data: reply.body, statusCode, header, cookies: [] }
    const text = new TextDecoder().decode(reply.body)
    return { data: dataType === 'json' ? parsed(reply) : text, statusCode, header, cookies: [] }
  })
}

function upload(cloud: LocalCloud, files: TempFiles, options: Options, emit: Emit): Running {
  const url = ownAddress(textOption(options, 'url'))
  const { blob, name } = files.get(textOption(options, 'filePath'))
  const form = new FormData()
  for (const [field, value] of Object.entries((options.formData ?? {}) as object))
    form.append(field, String(value))
  form.append(textOption(options, 'name'), blob, name)
  const { 'content-type': _, ...header } = headerOf(options)
  const onUploaded = (totalBytesSent: number, totalBytesExpectedToSend: number) =>
    emit('progressUpdate', {
      progress: Math.floor((totalBytesSent / totalBytesExpectedToSend) * 100),
      totalBytesSent,
      totalBytesExpectedToSend,
    })
  const task = cloud.send({ method: 'POST', url, header, body: form, ...timeoutOf(options), onUploaded })
  return resultOf(task, async ({ statusCode, body }) => ({
    statusCode,
    data: new TextDecoder().decode(body),
  }))
}

function download(cloud: LocalCloud, files: TempFiles, options: Options, emit: Emit): Running {
  const url = ownAddress(textOption(options, 'url'))
  const onDownloaded = (totalBytesWritten: number, total: number) =>
    emit('progressUpdate', {
      progress: total > 0 ? Math.floor((totalBytesWritten / total) * 100) : 0,
      totalBytesWritten,
      totalBytesExpectedToWrite: total,
    })
  const task = cloud.send({
    method: 'GET',
    url,
    header: headerOf(options),
    ...timeoutOf(options),
    onDownloaded,
  })
  return resultOf(task, async ({ statusCode, body, header }) => ({
    statusCode,
    tempFilePath: files.add(new Blob([body], { type: header['content-type'] ?? '' }), url.split('?')[0]),
  }))
}

function resultOf(task: HttpTask, read: (answer: Awaited<HttpTask['answer']>) => Promise<object>): Running {
  return { result: task.answer.then(read), abort: task.abort }
}

/** Names in small letters; a mini program sends JSON unless it says otherwise. */
function headerOf({ header = {} }: Options): Record<string, string> {
  const own = Object.entries(header as object).map(([name, value]) => [name.toLowerCase(), String(value)])
  return { 'content-type': 'application/json', ...Object.fromEntries(own) }
}

function timeoutOf({ timeout }: Options): { timeout?: number } {
  return typeof timeout === 'number' ? { timeout } : {}
}

function bodyOf(data: unknown, header: Readonly<Record<string, string>>): XMLHttpRequestBodyInit | undefined {
  if (data === undefined) return undefined
  if (typeof data === 'string' || data instanceof ArrayBuffer) return data
  if (header['content-type']?.startsWith('application/x-www-form-urlencoded')) return queryOf(data)
  return JSON.stringify(data)
}

function withQuery(url: string, data: unknown): string {
  const query = typeof data === 'object' && data !== null ? queryOf(data) : ''
  return query === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${query}`
}

function queryOf(data: unknown): string {
  return new URLSearchParams(
    Object.entries(data as object).map(([name, value]) => [name, String(value)]),
  ).toString()
}
