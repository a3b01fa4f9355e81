import { ADDRESSES } from './client/addresses'

/** The outer document. The phone stands in it from the beginning, so that its screen loads beside all else. */
export const SHELL_HTML = page(
  'wx-cloud-kit',
  '/preview/shell.css',
  ['/preview/shell.js'],
  `<main class="stage">
<div class="toolbar"></div>
<div class="stand"><div class="phone"><iframe class="screen" title="Mini program" src="${ADDRESSES.screen}"></iframe><div class="cover"></div></div></div>
</main>
<aside class="panel"></aside>`,
)

/** The document in the phone. The mini program is there before the script that runs it. */
export const SCREEN_HTML = page('Mini program', '/preview/screen.css', [
  ADDRESSES.program,
  ADDRESSES.code,
  '/preview/screen.js',
])

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
