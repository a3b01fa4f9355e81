export { command } from './command'
export { type ExplainOptions, type Explanation, explainError } from './explanation'
export { formatExplanation } from './format-explanation'
export { openProject } from './project/project'
