import type { MiniProgramFiles } from '../../project/mini-program'
import type { Problem } from '../../project/problem'
import { resolveReference } from '../../project/references'
import { didYouMean, didYouMeanFile, problemAt, type Source, shownPath } from '../source'
import { type Attribute, attributeOf, isDynamic, type Tag } from './scan-template'
import { importedBy, type ScannedTemplates } from './scanned-templates'

/** Attributes that name a picture of the package. */
const PICTURES: Readonly<Record<string, readonly string[]>> = {
  image: ['src'],
  'cover-image': ['src'],
  audio: ['poster'],
  video: ['poster'],
}

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|bmp|ico)$/i

/** Another address, or only a query. */
const NOT_A_PATH = /^(?:[a-z][\w+.-]*:|\/\/|\?)/i

/**
 * What a template names and is not there: imported and included templates, scripts, named templates, pictures, pages.
 *
 * @param isUnit whether it is the template of a page or component itself: paths in others start from who shows them
 */
export function checkReferences(
  source: Source,
  templates: ScannedTemplates,
  pages: ReadonlySet<string>,
  isUnit: boolean,
): Problem[] {
  const { files } = templates
  const tags = templates.tags(source.path)
  return tags.flatMap(tag => [
    ...checkImport(source, files, tag),
    ...checkScript(source, files, tag),
    ...checkNamedTemplate(source, templates, tag),
    ...checkPictures(source, files, tag, isUnit),
    ...checkLink(source, tag, pages, isUnit),
  ])
}

function checkImport(source: Source, files: MiniProgramFiles, tag: Tag): Problem[] {
  const path = importedBy(source.path, tag)
  const src = attributeOf(tag, 'src')
  if (path === undefined || !src || files.has(path)) return []
  return [
    problemAt(source, src.valueOffset, {
      rule: 'import-missing',
      message: `<${tag.name}>: there is no ${shownPath(path)}`,
      mend: didYouMeanFile(source.path, src.value ?? '', files.endingWith('.wxml')),
    }),
  ]
}

function checkScript(source: Source, files: MiniProgramFiles, tag: Tag): Problem[] {
  if (tag.name !== 'wxs') return []
  const src = attributeOf(tag, 'src')
  if (!src?.value) return []
  const path = resolveReference(source.path, src.value)
  if (files.has(path)) return []
  return [
    problemAt(source, src.valueOffset, {
      rule: 'wxs-missing',
      message: `<wxs>: there is no ${shownPath(path)}`,
      mend: didYouMeanFile(source.path, src.value, files.endingWith('.wxs')),
    }),
  ]
}

/** `<template is="row">` takes a template of this file or of one that it imports, but not what that imports in turn. */
function checkNamedTemplate(source: Source, templates: ScannedTemplates, tag: Tag): Problem[] {
  const is = tag.name === 'template' ? attributeOf(tag, 'is') : undefined
  if (!is?.value || isDynamic(is.value)) return []
  const own = templates.tags(source.path)
  const imports = own.filter(({ name }) => name === 'import').map(other => importedBy(source.path, other))
  // a missing one has its own finding
  if (imports.some(path => path === undefined || !templates.files.has(path))) return []
  const names = [own, ...imports.map(path => templates.tags(path ?? ''))].flatMap(tags =>
    tags.filter(({ name }) => name === 'template').flatMap(other => attributeOf(other, 'name')?.value ?? []),
  )
  if (names.includes(is.value)) return []
  return [
    problemAt(source, is.valueOffset, {
      rule: 'template-missing',
      message: `there is no <template name="${is.value}"> here or in an imported file`,
      mend: didYouMean(is.value, names),
    }),
  ]
}

function checkPictures(source: Source, files: MiniProgramFiles, tag: Tag, isUnit: boolean): Problem[] {
  const names = Object.hasOwn(PICTURES, tag.name) ? PICTURES[tag.name] : undefined
  return (names ?? []).flatMap(name => {
    const attribute = attributeOf(tag, name)
    const path = attribute && localPath(source, attribute, isUnit)
    if (!attribute || path === undefined || files.has(path)) return []
    return [
      problemAt(source, attribute.valueOffset, {
        rule: 'image-missing',
        message: `there is no ${shownPath(path)}`,
        mend: didYouMeanFile(source.path, attribute.value ?? '', picturesIn(files)),
      }),
    ]
  })
}

function picturesIn(files: MiniProgramFiles): string[] {
  return [...files.sizes.keys()].filter(path => PICTURE.test(path)).sort()
}

function checkLink(source: Source, tag: Tag, pages: ReadonlySet<string>, isUnit: boolean): Problem[] {
  const isElsewhere = ['target', 'app-id', 'short-link'].some(name => attributeOf(tag, name))
  const url = tag.name === 'navigator' && !isElsewhere ? attributeOf(tag, 'url') : undefined
  const path = url && localPath(source, url, isUnit)?.replace(/[?#].*$/s, '')
  if (!url || path === undefined || path === '' || pages.has(path)) return []
  return [
    problemAt(source, url.valueOffset, {
      rule: 'page-not-listed',
      message: `"${path}" is not among the pages of app.json`,
      mend: didYouMean(path, pages),
    }),
  ]
}

/** Undefined for what is dynamic, not in the package, or cannot be told. */
function localPath({ path }: Source, { value }: Attribute, isUnit: boolean): string | undefined {
  if (!value || isDynamic(value) || NOT_A_PATH.test(value)) return undefined
  if (!isUnit && !value.startsWith('/')) return undefined
  return resolveReference(path, value)
}
