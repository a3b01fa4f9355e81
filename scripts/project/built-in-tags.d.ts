/**
 * The components that every mini program has without declaring them, and the tags of WXML itself.
 * https://developers.weixin.qq.com/miniprogram/dev/component/
 */
export declare const BUILT_IN_TAGS: ReadonlySet<string>
/** What people who know the web write, and what it is called here. */
export declare const WEB_TAGS: Readonly<Record<string, string>>
