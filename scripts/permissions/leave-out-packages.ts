/** What esbuild writes above the code of each file. */
const HEADER = /^\/\/ (.+)\n/gm

/**
 * Blanks the code of packages in a bundle, so that four fifths of a usual bundle need not be parsed. To the reader of
 * openapi calls their functions are then unknown ones, which is how it has to treat them: what happens inside a
 * package cannot be declared by a comment there. Lines keep their numbers, so the source map stays true.
 *
 * A package file is kept if its header stands twice, since one of the two may be a text in the developer's own code.
 * All of them are kept if one uses the SDK itself, or if the header of any file is missing.
 *
 * @param files the files of the bundle, as in esbuild's metafile
 */
export function leaveOutPackages(code: string, files: readonly string[]): string {
  const known = new Set(files)
  const parts = [...code.matchAll(HEADER)].flatMap(({ 1: file = '', index }) =>
    known.has(file) ? { file, index } : [],
  )
  if (files.some(file => !parts.some(part => part.file === file))) return code
  const packages = parts.flatMap(({ file, index: start }, position) => {
    const next = parts[position + 1]
    // the last part also holds the exports of the bundle
    const isAlone = next && parts.filter(part => part.file === file).length === 1
    return isAlone && file.includes('node_modules/') ? { start, end: next.index } : []
  })
  if (packages.some(({ start, end }) => code.slice(start, end).includes('wx-server-sdk'))) return code

  let kept = ''
  let done = 0
  for (const { start, end } of packages) {
    kept += code.slice(done, start) + code.slice(start, end).replace(/[^\n]+/g, '')
    done = end
  }
  return kept + code.slice(done)
}
