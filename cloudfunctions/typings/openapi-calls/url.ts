import type { OpenapiReply } from './reply'

interface Expiry {
  /** 0: at `expireTime`; 1: after `expireInterval` days. */
  expireType?: 0 | 1
  /** In seconds since 1970, at most 30 days from now. */
  expireTime?: number
  /** In days, at most 30. */
  expireInterval?: number
}

interface Target {
  /** A page of the released version, without a query. */
  path?: string
  /** At most 1024 characters. */
  query?: string
  /** @default 'release' */
  envVersion?: 'release' | 'trial' | 'develop'
}

export interface UrllinkGenerateParam extends Expiry, Target {
  /** A web page of cloud static hosting that opens the mini program. */
  cloudBase?: { env: string; domain?: string; path?: string; query?: string; resourceAppid?: string }
}

export interface UrllinkGenerateResult extends OpenapiReply {
  urlLink: string
}

export interface UrlschemeGenerateParam extends Expiry {
  /** Without it the scheme opens the home page. */
  jumpWxa?: Target
  /** Not in the documentation's table of fields, but in its samples. */
  isExpire?: boolean
}

export interface UrlschemeGenerateResult extends OpenapiReply {
  /** Such as `weixin://dl/business/?t=...`. */
  openlink: string
}

export interface UrlCalls {
  /**
   * For accounts of organisations in mainland China, and a released version (error 85079). Together with
   * `urlscheme.generate` 500,000 a day (44993) and 100 a second (44990). Errors: 40165 (path), 40212 (query), 85401
   * (time), 85402, 85406, 85407, 85408, 85088.
   */
  'urllink.generate': (data: UrllinkGenerateParam) => Promise<UrllinkGenerateResult>
  /** As `urllink.generate`, but for 85088. */
  'urlscheme.generate': (data: UrlschemeGenerateParam) => Promise<UrlschemeGenerateResult>
}
