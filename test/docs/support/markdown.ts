/** A fenced block. */
export interface Fence {
  /** The first word behind the three backticks. */
  language: string
  /** The other words: what the sample is, or where it stands. */
  context: readonly string[]
  text: string
  /** Of the backticks, counted from 1. */
  line: number
}

/** A piece of the text with its place. */
export interface Piece {
  text: string
  line: number
}

/** What a page holds that can be checked. */
export interface Markdown {
  fences: Fence[]
  /** Targets of links and pictures. */
  links: Piece[]
  /** What stands between backticks in a line. */
  codes: Piece[]
  headings: (Piece & { level: number })[]
  /** What links can point at behind `#`, as GitHub makes it of the headings, or as the page sets it. */
  anchors: Set<string>
}

const FENCE = /^ *```(.*)$/
const HEADING = /^(#{1,6}) +(.*)$/
const LINK = /\]\(<?([^()\s>]+)>?(?: +"[^"]*")?\)|(?:src|srcset|href)="([^"]+)"/g
const OWN_ANCHOR = /<a id="([^"]+)">/g
const CODE = /(`+)(.+?)\1(?!`)/g

/** Reads a page as far as it is needed here: fenced blocks, headings, links, code between backticks. */
export function readMarkdown(page: string): Markdown {
  const found: Markdown = { fences: [], links: [], codes: [], headings: [], anchors: new Set() }
  let open: Fence | undefined
  for (const [index, text] of page.split(/\r?\n/).entries()) {
    const line = index + 1
    const fence = FENCE.exec(text)
    if (open && fence) open = undefined
    else if (open) open.text += `${text}\n`
    else if (fence) {
      const [language = '', ...context] = (fence[1] ?? '').trim().split(/\s+/)
      open = { language, context, text: '', line }
      found.fences.push(open)
    } else readLine(text, line, found)
  }
  return found
}

function readLine(text: string, line: number, { links, codes, headings, anchors }: Markdown): void {
  const [, marks, title] = HEADING.exec(text) ?? []
  if (marks !== undefined && title !== undefined) {
    headings.push({ level: marks.length, text: title, line })
    anchors.add(freshAnchor(anchorOf(title.replace(/<[^>]*>/g, '')), anchors))
  }
  for (const [, id = ''] of text.matchAll(OWN_ANCHOR)) anchors.add(id)
  const prose = text.replace(CODE, (_, _marks, code: string) => {
    codes.push({ text: code, line })
    return ''
  })
  for (const [, target, attribute] of prose.matchAll(LINK)) {
    links.push({ text: target ?? attribute ?? '', line })
  }
}

/** https://github.com/Flet/github-slugger does the same. */
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-')
}

function freshAnchor(anchor: string, taken: ReadonlySet<string>): string {
  if (!taken.has(anchor)) return anchor
  let number = 1
  while (taken.has(`${anchor}-${number}`)) number++
  return `${anchor}-${number}`
}
