import { launchBrowser } from '../../../../scripts/screenshots/browser/launch-browser'

jest.setTimeout(60_000)

test('CHROME_PATH wins: if that one does not start, no other is taken', async () => {
  await expect(launchBrowser({ ...process.env, CHROME_PATH: '/no/such/chrome' })).rejects.toMatchObject({
    name: 'KitError',
    code: 'tool-missing',
    message: expect.stringMatching(/tried:\n {2}CHROME_PATH \/no\/such\/chrome: .*\nInstall Google Chrome/),
  })
})

test('a browser starts, and shows a page', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<p>hello</p>')
    expect(await page.textContent('p')).toBe('hello')
  } finally {
    await browser.close()
  }
})
