export { launchBrowser } from './browser/launch-browser'
export { command } from './command'
export { type ServedPreview, servePreview } from './serve-preview'
