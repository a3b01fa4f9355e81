import type { Answer, Call } from '../call'
import { isOpenid } from '../openid'
import { dataFormatError, type Failure, failure, invalidOpenid, ok, type Reply, undocumented } from '../reply'
import { judgeText } from '../risky-text'

const MAX_CHARACTERS = 2500
const MAX_BYTES_V1 = 500 * 1024
const SCENES: readonly unknown[] = [1, 2, 3, 4]
const MEDIA_TYPES: readonly unknown[] = [1, 2]

/**
 * Version 2 answers risky text as a success with `result.suggest`; version 1, for calls that name no version, throws.
 *
 * Not imitated: limits on how often, and that the user must have been there within two hours (61010).
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.msgSecCheck.html
 * https://developers.weixin.qq.com/miniprogram/dev/framework/security.msgSecCheck-v1.html
 */
export const msgSecCheck: Answer = call => {
  const { content, version, title = '', nickname = '', signature = '' } = call.fields
  if (Object.keys(call.fields).length === 0)
    return failure(44002, 'empty post data', 'the call has no fields')
  if (typeof content !== 'string' || content === '') return dataFormatError('content is missing')
  if (version === undefined) return checkV1(content)
  if (version !== 2) return undocumented(`version must be 2, it is ${JSON.stringify(version)}`)
  const refused = personFailure(call)
  if (refused) return refused
  if ([...content].length > MAX_CHARACTERS) {
    return undocumented(`content may hold ${MAX_CHARACTERS} characters`)
  }
  const { suggest, label, keyword } = judgeText([content, title, nickname, signature].join('\n'))
  const model = { strategy: 'content_model', errcode: 0, suggest, label, prob: 90 }
  const word = { strategy: 'keyword', errcode: 0, suggest, label, level: 90, keyword }
  return ok({
    result: { suggest, label },
    detail: keyword === undefined ? [model] : [model, word],
    trace_id: call.newId(),
  })
}

/**
 * The result is pushed as a message on the platform; the local cloud pushes none.
 *
 * https://developers.weixin.qq.com/miniprogram/dev/api-backend/open-api/sec-check/security.mediaCheckAsync.html
 */
export const mediaCheckAsync: Answer = call => {
  const { media_url: url, media_type: type, version } = call.fields
  if (typeof url !== 'string' || !/^https?:\/\//.test(url)) return undocumented('media_url must be a URL')
  if (!MEDIA_TYPES.includes(type))
    return failure(40004, 'invalid media type', 'media_type is 1 (sound) or 2 (picture)')
  if (version !== 2) return undocumented(`version must be 2, it is ${JSON.stringify(version)}`)
  return personFailure(call) ?? ok({ trace_id: call.newId() })
}

function checkV1(content: string): Reply {
  if (Buffer.byteLength(content) > MAX_BYTES_V1) return undocumented('content may hold 500 KB')
  const { suggest, keyword } = judgeText(content)
  return suggest === 'pass' ? ok() : failure(87014, 'risky content', `the text holds "${keyword}"`)
}

function personFailure({ fields: { scene, openid } }: Call): Failure | undefined {
  if (scene === undefined || openid === undefined) return dataFormatError('scene and openid are required')
  if (!SCENES.includes(scene)) return failure(40129, 'invalid scene', 'scene is 1, 2, 3 or 4, as a number')
  return isOpenid(openid) ? undefined : invalidOpenid(`${JSON.stringify(openid)} is no openid`)
}
