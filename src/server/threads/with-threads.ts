import type { GraphQLSchema } from "graphql";
import { then } from "../../core/lang";
import type { GraphqlHandler } from "../graphql-server";
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
  const textOf = (hash: string): string | undefined => handler.trustedText?.(hash) ?? texts.get(hash);
  return {
    ...handler,
    handle(request, type, sent, asked) {
      const { requestId, client, isOfKnownPage } = asked;
      const compiled =
        sent !== undefined && isShort(sent.length) ? handler.compiledRequest?.(type, sent) : null;
      if (compiled != null && isCheap(compiled.cost))
        return handler.handle(request, type, sent, { requestId, client, isOfKnownPage, compiled });
      const length = Math.max(sent?.length ?? 0, request.url?.length ?? 0);
      if (!weights.isHeavy(length, () => namedOperation(request, sent, textOf))) {
        const whole = sent !== undefined && handler.registersTexts ? completed(sent, texts) : sent;
        return then(whole, (body) => handler.handle(request, type, body, asked));
      }
      // As it was sent: the thread that answers reads the body, and gets a text that it names by its hash.
      const { method = "GET", url = "/", headers, socket } = request;
      return threads.answer(
        { method, url, headers, type, body: sent?.sent, requestId, client: client.name, isOfKnownPage },
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
