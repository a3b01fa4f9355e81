import { HttpProblem } from './http-problem'

const MAX_PARTS = 100
const HEADERS_END = '\r\n\r\n'

/**
 * The fields of a `multipart/form-data` body, as bytes. The web's own parser decodes every field without a file name as
 * text, which destroys the protobuf that the SDK sends in one.
 *
 * @throws HttpProblem 400
 */
export function parseMultipart(body: Buffer, contentType: string): Map<string, Buffer> {
  const boundary = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)
  const delimiter = boundary && `--${boundary[1] ?? boundary[2]}`
  if (!delimiter) throw new HttpProblem(400, 'the multipart body has no boundary')

  const fields = new Map<string, Buffer>()
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length
    if (body.subarray(from, from + 2).toString('latin1') === '--') return fields
    const end = body.indexOf(`\r\n${delimiter}`, from)
    if (end < 0 || fields.size >= MAX_PARTS) break
    addPart(fields, body.subarray(from, end))
    start = end + 2
  }
  throw new HttpProblem(400, 'the multipart body is cut off, or has too many parts')
}

function addPart(fields: Map<string, Buffer>, part: Buffer): void {
  const split = part.indexOf(HEADERS_END)
  const headers = part.subarray(0, Math.max(split, 0)).toString('latin1')
  const name = /content-disposition:[^\r\n]*?\bname="([^"]*)"/i.exec(headers)?.[1]
  if (split < 0 || name === undefined) throw new HttpProblem(400, 'a part of the multipart body has no name')
  fields.set(name, part.subarray(split + HEADERS_END.length))
}
