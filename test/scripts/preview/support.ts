/** The files of a mini program with one page, `pages/a/a`, by path from the root of a project. */
export function miniProgram(files: Readonly<Record<string, string>> = {}): Record<string, string> {
  const all = {
    'app.json': '{ "pages": ["pages/a/a"] }',
    'app.ts': 'App({})',
    'pages/a/a.wxml': '<view>hello</view>',
    'pages/a/a.ts': 'Page({})',
    ...files,
  }
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [`miniprogram/${file}`, text]))
}
