import { Option } from 'commander'

/** `--lang`, for every command that explains errors; without it, `terminalLanguage()` counts. */
export function languageOption(): Option {
  return new Option('--lang <lang>', 'en or zh (default: as the terminal)').choices(['en', 'zh'])
}
