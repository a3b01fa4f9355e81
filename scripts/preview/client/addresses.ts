/** The addresses that both documents and the server know. */
export const ADDRESSES = {
  screen: '/preview/screen',
  program: '/preview/program.js',
  code: '/preview/code.js',
  database: '/preview/database.js',
  styles: '/preview/styles.json',
  events: '/preview/events',
  place: '/preview/place',
} as const
