import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

/** What hono hands to a route here: the Node request is at hand, for bodies are read from it directly. */
export type GatewayEnv = { Bindings: HttpBindings }

export type GatewayContext = Context<GatewayEnv>
