import type { GraphQLSchema } from "graphql";
import type { GraphqlHandler } from "../graphql-server";
import { isCheap, isShort, Weights } from "./heavy";
import { namedOperation } from "./named-operation";
import type { GraphThreads } from "./pool";
import { RegisteredTexts } from "./registered-texts";

/** Wraps a handler: light requests are answered in this thread, heavy ones in a worker thread. */
export function withThreads(
  handler: GraphqlHandler,
  schema: GraphQLSchema,
  threads: GraphThreads,
): GraphqlHandler {
  const weights = new Weights(schema);
  const registered = new RegisteredTexts();
  const textOf = (hash: string): string | undefined => handler.trustedText?.(hash) ?? registered.get(hash);
  return {
    ...handler,
    handle(request, type, sent, asked) {
      const { requestId, client, isOfKnownPage } = asked;
      const compiled =
        sent !== undefined && isShort(sent.text.length) ? handler.compiledRequest?.(type, sent) : null;
      if (compiled != null && isCheap(compiled.cost))
        return handler.handle(request, type, sent, { requestId, client, isOfKnownPage, compiled });
      const body = sent !== undefined && handler.registersTexts === true ? registered.completed(sent) : sent;
      const length = Math.max(body?.text.length ?? 0, request.url?.length ?? 0);
      const isHeavy = weights.isHeavy(length, () => namedOperation(request, body, textOf));
      if (!isHeavy) return handler.handle(request, type, body, asked);
      const { method = "GET", url = "/", headers, socket } = request;
      return threads.answer(
        { method, url, headers, type, body: body?.text, requestId, client: client.name, isOfKnownPage },
        {
          queuedBy: client.countedAs,
          seconds: handler.limits.requestSeconds,
          socket,
        },
      );
    },
    prepare: () => threads.prepare(),
    async stop() {
      await Promise.all([handler.stop(), threads.stop()]);
    },
  };
}
