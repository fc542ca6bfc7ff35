import type { GraphQLSchema } from "graphql";
import { then } from "../../core/helpers";
import { acceptsGzip } from "../answer/compression";
import type { GraphqlAnswer } from "../answer/graphql-answer";
import type { GraphqlHandler } from "../graphql-server";
import { JsonBody } from "../request/json-body";
import { type AnswerType, JSON_TYPE } from "../request/media-type";
import { isCheap, isShort, Weights } from "./heavy";
import { namedOperation } from "./named-operation";
import type { GraphThreads } from "./pool";
import { completed } from "./registered-texts";
import { SchemaAnswers, type SchemaQuestion, schemaQuestionOf, USUAL } from "./schema-answers";

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
  const schemaAnswers = new SchemaAnswers();
  const remembered = (question: SchemaQuestion, answer: GraphqlAnswer): GraphqlAnswer => {
    schemaAnswers.remember(question, answer);
    return answer;
  };
  const answeredBefore = async (query: string): Promise<void> => {
    const body = JSON.stringify({ query });
    const question = schemaQuestionOf(new JsonBody(body));
    if (question === null) return;
    const asked = {
      ...{
        method: "POST",
        url: "/graphql",
        headers: { "content-type": JSON_TYPE },
        type: JSON_TYPE as AnswerType,
        body,
      },
      ...{
        requestId: "preparation",
        client: null,
        isOfKnownPage: false,
        isPreparation: true,
        isGzipped: false,
      },
    };
    const { requestSeconds } = handler.limits;
    const asking = { queuedBy: "", isShort: true, seconds: requestSeconds };
    remembered(question, await threads.answer(asked, asking));
  };
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
      const question = length > 0 && isShort(length) && sent !== undefined ? schemaQuestionOf(sent) : null;
      const known = question === null ? undefined : schemaAnswers.get(question, type);
      if (known !== undefined) return known;
      const isShortQuestion = question !== null && weights.isShortQuestion(question);
      // As it was sent: the thread that answers reads the body, and gets a text that it names by its hash.
      const { method = "GET", url = "/", headers, socket } = request;
      // What is remembered is sent to others, who may accept other encodings.
      const isGzipped = compression && !isShortQuestion && acceptsGzip(request);
      const answer = threads.answer(
        {
          ...{ method, url, headers, type, body: sent?.sent },
          ...{ requestId, client: client.name, isOfKnownPage, isGzipped },
        },
        {
          queuedBy: client.countedAs,
          isShort: isShortQuestion,
          seconds: handler.limits.requestSeconds,
          socket,
        },
      );
      return isShortQuestion ? answer.then((made) => remembered(question, made)) : answer;
    },
    prepare() {
      threads.prepare();
      // What cannot be answered, such as what is no trusted document, need not be remembered.
      for (const query of USUAL) void answeredBefore(query).catch(() => undefined);
    },
    async stop() {
      await Promise.all([handler.stop(), threads.stop()]);
    },
  };
}
