import type { CloudFunctionList, CloudFunctionListQuery, DeployedFunction } from './cloud-function-list'
import { WeChatApiError } from './wechat-api-error'

/** All functions, or those with `searchkey` in their name. */
export interface AllCloudFunctionsQuery extends Omit<CloudFunctionListQuery, 'offset' | 'limit'> {
  /** @default 20, the documented default */
  pageSize?: number
}

const limits = {
  /** Times that the list is read from its beginning, because it changed meanwhile. */
  passes: 3,
  /** Ten times what any environment was ever said to hold. */
  functions: 10_000,
} as const

/**
 * Lists all functions page by page, each once, as the pages come in.
 *
 * The list has no cursor: a function that comes, goes or changes while it is read moves the others to other pages.
 * Each page therefore begins with the last function of the one before. If that is no longer its first, or the total is
 * another, something has moved, and the list is read again from the beginning for what was missed.
 *
 * Ends for certain, whatever the server answers: a pass ends with a page that brings nothing new.
 *
 * @throws {WeChatApiError} also if fewer functions are found in the end than the total says
 */
export async function* allCloudFunctions(
  getPage: (query: CloudFunctionListQuery) => Promise<CloudFunctionList>,
  { pageSize = 20, ...query }: AllCloudFunctionsQuery,
): AsyncGenerator<DeployedFunction, void, undefined> {
  const found = new Set<string>()
  let total = 0
  for (let pass = 0; pass < limits.passes; pass++) {
    const seen = new Set<string>()
    let offset = 0
    let last: string | undefined
    let moved = false
    for (;;) {
      const { total_count, functions } = await getPage({ ...query, offset, limit: pageSize })
      moved ||= offset > 0 && total !== total_count
      moved ||= last !== undefined && functions[0]?.name !== last
      total = total_count
      const before = seen.size
      for (const deployed of functions) {
        seen.add(deployed.name)
        if (found.has(deployed.name)) continue
        found.add(deployed.name)
        yield deployed
      }
      if (found.size > limits.functions) throw wrongList(`has more than ${limits.functions} functions`)
      const end = offset + functions.length
      if (seen.size === before || end >= total) break
      // Only a page of one is not repeated: there would be no way past it.
      last = functions.length > 1 ? functions.at(-1)?.name : undefined
      offset = last === undefined ? end : end - 1
    }
    if (!moved) break
  }
  // Whether the total counts what `searchkey` leaves out is not documented.
  if (!query.searchkey && found.size < total) {
    throw wrongList(`says that there are ${total} functions and gives ${found.size}`)
  }
}

function wrongList(reason: string): WeChatApiError {
  return new WeChatApiError({
    kind: 'wrong-shape',
    path: '/componenttcb/getscflist',
    reason: `the list ${reason}`,
    advice: {
      en: 'Try again when nothing is being deployed.',
      zh: '等没有云函数在部署的时候再试一次。',
    },
  })
}
