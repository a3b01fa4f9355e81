import { BUILT_IN_TAGS, WEB_TAGS } from '../../project/built-in-tags'
import type { Problem } from '../../project/problem'
import { didYouMean, problemAt, type Source } from '../source'
import type { Tag } from './scan-template'

/**
 * Tags that are neither built in nor declared: they show nothing of what they should.
 *
 * @param declared the tags in the `usingComponents` of whoever shows the template, and in that of `app.json`
 */
export function checkTags(source: Source, tags: readonly Tag[], declared: ReadonlySet<string>): Problem[] {
  return tags.flatMap(({ name, offset }) => {
    if (BUILT_IN_TAGS.has(name) || declared.has(name) || isXrFrame(name)) return []
    const web = Object.hasOwn(WEB_TAGS, name) ? WEB_TAGS[name] : undefined
    const mend =
      web === undefined
        ? (didYouMean(name, [...declared, ...BUILT_IN_TAGS]) ??
          `declare it in "usingComponents" of the .json file beside the template`)
        : `that is HTML; write <${web}>`
    return [
      problemAt(source, offset, {
        rule: 'tag-unknown',
        message: `<${name}> is neither built in nor declared in "usingComponents"`,
        mend,
      }),
    ]
  })
}

/** The components of 3D scenes come with the renderer. https://developers.weixin.qq.com/miniprogram/dev/component/xr-frame/ */
function isXrFrame(name: string): boolean {
  return name === 'xr' || name.startsWith('xr-')
}
