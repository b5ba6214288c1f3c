/** The part of oidc-provider 9 that the demo uses; the package brings no types. Written from its documentation and source. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http'

  interface Context {
    readonly oidc: {
      readonly result?: { readonly login?: unknown }
      readonly client?: { readonly clientId: string }
      readonly session?: { readonly accountId?: string }
      readonly provider: Provider
    }
    body: unknown
    type: string
  }

  interface Interaction {
    readonly uid: string
    readonly prompt: { readonly name: string }
  }

  interface Check {
    readonly reason: string
  }

  interface Prompt {
    readonly name: string
    readonly checks: Check[]
  }

  interface Policy extends Array<Prompt> {
    get(name: string): Prompt
  }

  class CheckClass implements Check {
    static readonly REQUEST_PROMPT: boolean
    static readonly NO_NEED_TO_PROMPT: boolean
    constructor(reason: string, description: string, check: (context: Context) => boolean)
    readonly reason: string
  }

  export const interactionPolicy: { base(): Policy; Check: typeof CheckClass }

  export default class Provider {
    constructor(issuer: string, configuration: Readonly<Record<string, unknown>>)
    readonly Grant: new (about: { accountId: string; clientId: string }) => { addOIDCScope(scope: string): void; save(): Promise<string> }
    callback(): (request: IncomingMessage, response: ServerResponse) => Promise<void>
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: unknown): Promise<void>
  }
}
