import { createHash } from 'node:crypto'
import type { QrcodeRequest } from './input'

/**
 * Where the picture of a request lies in cloud storage. The same request gives the same path, so that asking again
 * overwrites the picture instead of adding one.
 *
 * @param contentType of the picture, as the openapi names it
 */
export function cloudPath(request: QrcodeRequest, contentType: string): string {
  const { scene, page, envVersion, width } = request
  const hash = createHash('sha256')
    .update(JSON.stringify([scene, page, envVersion, width]))
    .digest('hex')
  return `qrcodes/${hash.slice(0, 32)}.${/png/i.test(contentType) ? 'png' : 'jpg'}`
}
