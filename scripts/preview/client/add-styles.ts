/**
 * Adds styles to the document that this runs in. The Content-Security-Policy of the preview allows no `<style>` and no
 * `style="..."` in HTML; sheets made by script, and `element.style`, are allowed.
 *
 * @returns the sheet, whose text can be replaced with `replaceSync`
 */
export function addStyles(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  return sheet
}
