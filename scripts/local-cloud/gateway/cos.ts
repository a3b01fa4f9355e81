import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Hono } from 'hono'
import { getMimeType } from 'hono/utils/mime'
import { TooLarge } from '../storage/object-store'
import type { Storage } from '../storage/storage'
import { readBody } from './body'
import { HttpProblem } from './http-problem'
import { parseMultipart } from './multipart'
import type { GatewayContext, GatewayEnv } from './types'

/** A file in a form is read as a whole, unlike one that is the body itself. */
const MAX_FORM_BYTES = 32 * 1024 * 1024

/** The bytes of cloud storage, as Tencent's object storage (COS) hands them out and takes them. */
export function cosRoutes(app: Hono<GatewayEnv>, storage: Storage, now: () => number): void {
  const take = async (context: GatewayContext, content: () => Promise<Readable>): Promise<Response> => {
    const token = context.req.header('x-cos-security-token') ?? ''
    const announced = storage.announced(token, context.req.param('key') ?? '')
    if (!announced)
      return refuse(context, 403, 'AccessDenied', 'This upload was not announced, or too long ago')
    const { cloudPath, openid } = announced
    try {
      const about = { createdAt: now(), ...(openid ? { openid } : {}) }
      const { etag } = await storage.objects.put(cloudPath, await content(), about)
      // the SDK takes an empty body for success
      return context.body(null, 200, { ETag: `"${etag}"` })
    } catch (error) {
      if (error instanceof TooLarge) return refuse(context, 400, 'EntityTooLarge', error.message)
      if (isCutOff(error))
        throw new HttpProblem(400, `the upload of "${cloudPath}" ended before the file did`)
      throw error
    }
  }

  app.put('/cos/:key/:name', context => take(context, async () => context.env.incoming))

  // `wx.uploadFile` can send nothing but a form
  app.post('/cos/:key/:name', context =>
    take(context, async () => {
      const body = await readBody(context, MAX_FORM_BYTES)
      const file = parseMultipart(body, context.req.header('content-type') ?? '').get('file')
      if (!file) throw new HttpProblem(400, 'the form holds no field "file"')
      return Readable.from([file])
    }),
  )

  app.get('/cos/:key/:name', async context => {
    const followed = storage.follow(context.req.param('key'), context.req.query('sign') ?? '')
    if ('refused' in followed) {
      const message = followed.refused === 'expired' ? 'Request has expired' : 'The signature is not valid'
      return refuse(context, 403, 'AccessDenied', message)
    }
    const opened = await storage.objects.open(followed.cloudPath)
    if (!opened) return refuse(context, 404, 'NoSuchKey', 'The specified key does not exist')
    const { object, content } = opened
    const headers = {
      'Content-Type': getMimeType(object.cloudPath) ?? 'application/octet-stream',
      'Content-Length': String(object.size),
      ETag: `"${object.etag}"`,
      'X-Content-Type-Options': 'nosniff',
      // a page that somebody uploaded must not act as a page of this server
      'Content-Security-Policy': 'sandbox',
    }
    if (context.req.method === 'HEAD') {
      // without a reader it would stay open for good
      content.destroy()
      return context.body(null, 200, headers)
    }
    return context.body(Readable.toWeb(content) as ReadableStream, 200, headers)
  })
}

/** COS reports errors in XML, and the SDK reads four of its elements. */
function refuse(context: GatewayContext, status: 400 | 403 | 404, code: string, message: string): Response {
  const id = randomUUID()
  const xml = `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`
  return context.body(xml, status, { 'Content-Type': 'application/xml' })
}

function isCutOff(error: unknown): boolean {
  return (
    (error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    (error as NodeJS.ErrnoException).code === 'ECONNRESET'
  )
}
