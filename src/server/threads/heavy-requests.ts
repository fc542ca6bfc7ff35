import type { IncomingMessage } from "node:http";
import type { Eventually } from "../../core/helpers";
import { acceptsGzip } from "../answer/compression";
import type { GraphqlAnswer } from "../answer/graphql-answer";
import type { RequestDetails } from "../graphql-server";
import { JsonBody } from "../request/json-body";
import { type AnswerType, JSON_TYPE } from "../request/media-type";
import { isShort, type Weights } from "./heavy";
import type { GraphThreads } from "./pool";
import { SchemaAnswers, type SchemaQuestion, schemaQuestionOf, USUAL } from "./schema-answers";

/** A request that was read, and the type that its client accepts. */
export interface ReadRequest {
  readonly request: IncomingMessage;
  readonly type: AnswerType;
  readonly sent: JsonBody | undefined;
}

interface HeavyOptions {
  readonly seconds: number;
  /** Whether responses are compressed if the client accepts it. */
  readonly compression: boolean;
}

/** Has heavy requests answered by threads, and remembers what they answer to questions for the schema. */
export class HeavyRequests {
  private readonly schemaAnswers = new SchemaAnswers();

  constructor(
    private readonly threads: GraphThreads,
    private readonly weights: Weights,
    private readonly options: HeavyOptions,
  ) {}

  answer({ request, type, sent }: ReadRequest, asked: RequestDetails): Eventually<GraphqlAnswer> {
    const { requestId, client, isOfKnownPage } = asked;
    const { method = "GET", url = "/", headers, socket } = request;
    const isBrief = sent !== undefined && isShort(Math.max(sent.length, url.length));
    const question = isBrief ? schemaQuestionOf(sent) : null;
    const known = question === null ? undefined : this.schemaAnswers.get(question, type);
    if (known !== undefined) return known;
    const isShortQuestion = question !== null && this.weights.isShortQuestion(question);
    const { compression, seconds } = this.options;
    // What is remembered is sent to others, who may accept other encodings.
    const isGzipped = compression && !isShortQuestion && acceptsGzip(request);
    const answer = this.threads.answer(
      {
        // As it was sent: the thread that answers reads the body, and gets a text that it names by its hash.
        ...{ method, url, headers, type, body: sent?.sent },
        ...{ requestId, client: client.name, isOfKnownPage, isGzipped },
      },
      { queuedBy: client.countedAs, isShort: isShortQuestion, seconds, socket },
    );
    return isShortQuestion ? this.remembered(question, answer) : answer;
  }

  /** Asks what tools ask at their start. */
  prepare(): void {
    // What cannot be answered, such as what is no trusted document, need not be remembered.
    for (const query of USUAL) void this.askBefore(query).catch(() => undefined);
  }

  private async askBefore(query: string): Promise<void> {
    const body = JSON.stringify({ query });
    const question = schemaQuestionOf(new JsonBody(body));
    if (question === null) return;
    const answer = this.threads.answer(
      {
        ...{ method: "POST", url: "/graphql", headers: { "content-type": JSON_TYPE }, type: JSON_TYPE, body },
        ...{ requestId: "preparation", client: null, isOfKnownPage: false },
        ...{ isPreparation: true, isGzipped: false },
      },
      { queuedBy: "", isShort: true, seconds: this.options.seconds },
    );
    await this.remembered(question, answer);
  }

  private async remembered(question: SchemaQuestion, answer: Promise<GraphqlAnswer>): Promise<GraphqlAnswer> {
    const made = await answer;
    this.schemaAnswers.remember(question, made);
    return made;
  }
}
