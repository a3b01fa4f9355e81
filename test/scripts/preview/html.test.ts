import { screenHtml } from '../../../scripts/preview/html'

test.each([
  [true, 1],
  [false, 0],
])(
  'screenHtml() loads the database before the mini program only where it is needed at once: %s',
  (needsDatabase, count) => {
    const scripts = [
      ...screenHtml(address => address, { needsDatabase }).matchAll(/<script defer src="([^"]+)"/g),
    ].map(match => match[1])
    expect(scripts.filter(address => address === '/preview/database.js')).toHaveLength(count)
    expect(scripts.at(-1)).toBe('/preview/screen.js')
    if (needsDatabase) expect(scripts[0]).toBe('/preview/database.js')
  },
)
