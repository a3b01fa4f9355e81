import type { Language } from '../../miniprogram/cloud/error-codes'

/**
 * The language of a terminal. The variables of POSIX count where they are set; Windows and macOS programs often have
 * none, and there the system's own locale does.
 *
 * @param env the environment variables
 * @param systemLocale such as `zh-CN`
 */
export function terminalLanguage(
  env: Readonly<Record<string, string | undefined>> = process.env,
  systemLocale: string = Intl.DateTimeFormat().resolvedOptions().locale,
): Language {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || systemLocale
  return /^zh\b|^zh_|^chinese/i.test(locale) ? 'zh' : 'en'
}
