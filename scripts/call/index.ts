export { command } from './command'
