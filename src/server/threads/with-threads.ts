import type { GraphQLSchema } from "graphql";
import { type Eventually, then } from "../../core/lang";
import type { GraphqlAnswer } from "../graphql-answer";
import type { GraphqlHandler } from "../graphql-server";
import type { JsonBody } from "../json-body";
import { isCheap, isShort, Weights } from "./heavy";
import { namedOperation } from "./named-operation";
import type { GraphThreads } from "./pool";
import { completed } from "./registered-texts";

/** Wraps a handler: light requests are answered in this thread, heavy ones in a worker thread. */
export function withThreads(
  handler: GraphqlHandler,
  schema: GraphQLSchema,
  threads: GraphThreads,
): GraphqlHandler {
  const weights = new Weights(schema);
  const { texts } = threads;
  const short = {
    get(hash: string): string | undefined {
      const text = texts.get(hash);
      return text !== undefined && isShort(text.length) ? text : undefined;
    },
    set: (hash: string, text: string) => texts.set(hash, text),
  };
  const textOf = (hash: string): string | undefined => handler.trustedText?.(hash) ?? texts.get(hash);
  return {
    ...handler,
    handle(request, type, sent, asked) {
      const { requestId, client, isOfKnownPage } = asked;
      const compiled =
        sent !== undefined && isShort(sent.length) ? handler.compiledRequest?.(type, sent) : null;
      if (compiled != null && isCheap(compiled.cost))
        return handler.handle(request, type, sent, { requestId, client, isOfKnownPage, compiled });
      const ask = (body: JsonBody | undefined): Eventually<GraphqlAnswer> => {
        const length = Math.max(body?.length ?? 0, request.url?.length ?? 0);
        const isHeavy = weights.isHeavy(length, () => namedOperation(request, body, textOf));
        if (!isHeavy) return handler.handle(request, type, body, asked);
        const { method = "GET", url = "/", headers, socket } = request;
        return threads.answer(
          { method, url, headers, type, body: body?.sent, requestId, client: client.name, isOfKnownPage },
          {
            queuedBy: client.countedAs,
            seconds: handler.limits.requestSeconds,
            socket,
          },
        );
      };
      // What is long is read where it is answered: everybody else waits for what is read here.
      const isRead = handler.registersTexts === true && sent !== undefined && isShort(sent.length);
      return isRead ? then(completed(sent, short), ask) : ask(sent);
    },
    prepare: () => threads.prepare(),
    async stop() {
      await Promise.all([handler.stop(), threads.stop()]);
    },
  };
}
