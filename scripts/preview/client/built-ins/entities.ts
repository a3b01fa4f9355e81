/** https://developers.weixin.qq.com/miniprogram/dev/component/text.html */
const ENTITIES: Readonly<Record<string, string>> = {
  nbsp: '\u00a0',
  lt: '<',
  gt: '>',
  amp: '&',
  apos: "'",
  ensp: '\u2002',
  emsp: '\u2003',
}
const NAMES = new RegExp(`&(${Object.keys(ENTITIES).join('|')});`, 'g')

/** The few entities that `text decode` knows, once: `&amp;lt;` becomes `&lt;`. */
export function decodeEntities(text: string): string {
  return text.replace(NAMES, (_, name: string) => ENTITIES[name] ?? '')
}

/** Every entity of HTML, and nothing else of it. */
export function decodeHtml(text: string, document: Document): string {
  const template = document.createElement('template')
  template.innerHTML = text.replaceAll('<', '&lt;')
  return template.content.textContent ?? ''
}
