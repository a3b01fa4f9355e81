import { miniProgramFiles, miniProgramJson } from './support/mini-program-files'

const appStyle = miniProgramFiles('app.wxss')[0]?.text ?? ''
const [light = '', dark = ''] = [...appStyle.matchAll(/\bpage \{([^}]*)\}/g)].map(([, block]) => block)

type Colours = Record<string, string>
const variables = (block: string): Colours =>
  Object.fromEntries(
    [...block.matchAll(/--([\w-]+): ([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  )
const themes = { light: variables(light), dark: { ...variables(light), ...variables(dark) } }
const isColour = (value: string) => /^#[0-9a-f]{6}$/i.test(value)

test('every variable that a style uses is defined', () => {
  for (const { path, text } of miniProgramFiles('.wxss')) {
    const used = [...text.matchAll(/var\(--([\w-]+)\)/g)].map(([, name = '']) => name)
    expect([path, ...used.filter(name => !(name in themes.light))]).toEqual([path])
  }
})

test('every variable is used', () => {
  const styles = miniProgramFiles('.wxss')
    .map(({ text }) => text)
    .join()
  expect(Object.keys(themes.light).filter(name => !styles.includes(`var(--${name})`))).toEqual([])
})

test('the dark theme has a colour for every light one', () => {
  const colours = Object.keys(themes.light).filter(name => isColour(themes.light[name] ?? ''))
  expect(Object.keys(variables(dark)).sort()).toEqual(colours.sort())
})

test('colours stand in the design system alone', () => {
  for (const { path, text } of miniProgramFiles('.wxss')) {
    if (path === 'app.wxss') continue
    // The frame of a code is white in both themes.
    expect([
      path,
      ...(text.match(/#[0-9a-f]{3,8}\b|rgba?\(/gi) ?? []).filter(colour => colour !== '#ffffff'),
    ]).toEqual([path])
  }
})

test('text sizes follow the setting of the user', () => {
  for (const { path, text } of miniProgramFiles('.wxss')) {
    const sizes = [...text.matchAll(/font-size: ([^;]+);/g)].map(([, size = '']) => size)
    expect([path, ...sizes.filter(size => !/^var\(--text-\w+\)$/.test(size))]).toEqual([path])
  }
  expect(themes.light['text-body']).toMatch(/rem$/)
})

const pairs: [text: string, background: string][] = [
  ...['background', 'surface', 'sunken', 'pressed'].flatMap(
    background =>
      [
        ['text', background],
        ['text-soft', background],
      ] as [string, string][],
  ),
  ['on-accent', 'accent'],
  ['accent', 'accent-soft'],
  ['danger', 'danger-soft'],
  ['warning', 'warning-soft'],
]

test.each(Object.entries(themes))('text can be read in the %s theme (WCAG AA)', (_name, theme) => {
  const weak = pairs.filter(
    ([text, background]) => contrast(theme[text] ?? '', theme[background] ?? '') < 4.5,
  )
  expect(weak).toEqual([])
})

test('the window has the background of the page, so that nothing flashes', () => {
  const windows = miniProgramJson<Record<'light' | 'dark', Colours>>('theme.json')
  for (const name of ['light', 'dark'] as const) {
    expect(windows[name]).toMatchObject({
      background: themes[name].background,
      navigationBackground: themes[name].background,
    })
  }
})

/** https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(start => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
