import { ADDRESSES } from './client/addresses'

/** The outer document. The phone stands in it from the beginning, so that its screen loads beside all else. */
export function shellHtml(versionOf: VersionOf): string {
  return page('wx-cloud-kit', versionOf('/preview/shell.css'), [versionOf('/preview/shell.js')], SHELL)
}

/** An address that another content would not have, so that a browser may keep what it gets from it. */
type VersionOf = (address: string) => string

const SHELL = `<main class="stage">
<div class="toolbar"></div>
<div class="stand"><div class="phone"><iframe class="screen" title="Mini program" src="${ADDRESSES.screen}"></iframe><div class="cover"></div></div></div>
</main>
<aside class="panel"></aside>`

/** The document in the phone. The mini program is there before the script that runs it. */
export function screenHtml(versionOf: VersionOf, { needsDatabase }: { needsDatabase: boolean }): string {
  return page('Mini program', versionOf('/preview/screen.css'), [
    ...(needsDatabase ? [versionOf(ADDRESSES.database)] : []),
    ADDRESSES.program,
    ADDRESSES.code,
    versionOf('/preview/screen.js'),
  ])
}

function page(title: string, style: string, scripts: readonly string[], body = ''): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
${scripts.map(address => `<script defer src="${address}"></script>`).join('\n')}
</head>
<body>${body}</body>
</html>
`
}
