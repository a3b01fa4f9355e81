import { terminalLanguage } from '../../../scripts/explain/terminal-language'

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'en-US', 'zh'],
  [{ LANG: 'en_GB.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_ALL: 'C', LANG: 'zh_CN.UTF-8' }, 'zh-CN', 'en'],
  [{ LC_MESSAGES: 'zh_TW', LANG: 'en_US.UTF-8' }, 'en-US', 'zh'],
  [{ LC_ALL: '', LANG: 'zh_CN' }, 'en-US', 'zh'],
  [{ LANG: 'zha_CN' }, 'en-US', 'en'],
  [{}, 'zh-Hans-CN', 'zh'],
  [{}, 'en-US', 'en'],
  [{}, 'de', 'en'],
])('terminalLanguage(%j, %s) is %s', (env, systemLocale, language) => {
  expect(terminalLanguage(env, systemLocale)).toBe(language)
})
