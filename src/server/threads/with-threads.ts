import type { GraphQLSchema } from "graphql";
import { then } from "../../core/helpers";
import type { GraphqlHandler } from "../graphql-server";
import { isCheap, isShort, Weights } from "./heavy";
import { HeavyRequests } from "./heavy-requests";
import { namedOperation } from "./named-operation";
import type { GraphThreads } from "./pool";
import { completed } from "./registered-texts";

/** Wraps a handler: light requests are answered in this thread, heavy ones in a worker thread. */
export function withThreads(
  handler: GraphqlHandler,
  schema: GraphQLSchema,
  threads: GraphThreads,
  { compression = true }: { readonly compression?: boolean } = {},
): GraphqlHandler {
  const weights = new Weights(schema);
  const { texts } = threads;
  const textOf = (hash: string): string | undefined => handler.trustedText?.(hash) ?? texts.get(hash);
  const heavy = new HeavyRequests(threads, weights, {
    seconds: handler.limits.requestSeconds,
    compression,
  });
  return {
    ...handler,
    handle(request, type, sent, asked) {
      const compiled =
        sent !== undefined && isShort(sent.length) ? handler.compiledRequest?.(type, sent) : null;
      if (compiled != null && isCheap(compiled.cost))
        return handler.handle(request, type, sent, { ...asked, compiled });
      const length = Math.max(sent?.length ?? 0, request.url?.length ?? 0);
      if (weights.isHeavy(length, () => namedOperation(request, sent, textOf)))
        return heavy.answer({ request, type, sent }, asked);
      const whole = sent !== undefined && handler.registersTexts ? completed(sent, texts) : sent;
      return then(whole, (body) => handler.handle(request, type, body, asked));
    },
    prepare() {
      threads.prepare();
      heavy.prepare();
    },
    async stop() {
      await Promise.all([handler.stop(), threads.stop()]);
    },
  };
}
