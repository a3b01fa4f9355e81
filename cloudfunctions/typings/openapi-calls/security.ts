import type { OpenapiReply } from './reply'

/** Where the content is shown: 1 profile, 2 comment, 3 forum, 4 social log. */
export type ContentScene = 1 | 2 | 3 | 4

/** The verdict: let it through, have a person look at it, or refuse it. */
export type Suggestion = 'pass' | 'review' | 'risky'

/**
 * 100 normal, 10001 advertisement, 20001 politics, 20002 pornography, 20003 abuse, 20006 crime, 20008 fraud,
 * 20012 vulgar, 20013 copyright, 21000 other.
 */
export type ContentLabel = 100 | 10001 | 20001 | 20002 | 20003 | 20006 | 20008 | 20012 | 20013 | 21000

/** Version 2; version 1 is no longer maintained. */
export interface MsgSecCheckParam {
  /** The text to check, at most 2500 characters. */
  content: string
  version: 2
  scene: ContentScene
  /** Of the author, who must have used the mini program within the last two hours (error 61010). */
  openid: string
  title?: string
  nickname?: string
  /** Only with `scene: 1`. */
  signature?: string
}

export interface MsgSecCheckResult extends OpenapiReply {
  traceId: string
  /** Risky content is not an error: read `suggest`. */
  result: { suggest: Suggestion; label: ContentLabel }
  detail: {
    strategy: 'content_model' | 'keyword'
    /** 0 if this strategy gave an answer. */
    errcode: number
    suggest?: Suggestion
    label?: ContentLabel
    keyword?: string
    level?: number
    /** Confidence, 0 to 100. */
    prob?: number
  }[]
}

/** Version 2. */
export interface MediaCheckAsyncParam {
  /** Where WeChat fetches the file. */
  mediaUrl: string
  /** 1 audio, 2 picture. */
  mediaType: 1 | 2
  version: 2
  scene: ContentScene
  /** Of the author, who must have used the mini program within the last two hours (error 61010). */
  openid: string
}

/** The verdict comes within 30 minutes as a message `wxa_media_check` with this `traceId`. */
export interface MediaCheckAsyncResult extends OpenapiReply {
  traceId: string
}

export interface SecurityCalls {
  /**
   * 4000 a minute, 2,000,000 a day. Errors: 43104 (openid of another mini program), 44991 and 45009 (too many),
   * 61010, 40129, 44002, 47001.
   */
  'security.msgSecCheck': (data: MsgSecCheckParam) => Promise<MsgSecCheckResult>
  /** Errors: 43104, 44991 and 45009 (too many), 61010, 87020 (repeats). */
  'security.mediaCheckAsync': (data: MediaCheckAsyncParam) => Promise<MediaCheckAsyncResult>
}
