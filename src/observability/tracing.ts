import {
  context,
  createContextKey,
  DiagLogLevel,
  diag,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import { defaultResource, resourceFromAttributes } from "@opentelemetry/resources";
import { BatchSpanProcessor, NodeTracerProvider } from "@opentelemetry/sdk-trace-node";
import type { Logger } from "../server/logger";
import type { RequestObserver } from "../server/request-record";
import { methodLabel, outcomeOf, routeLabel } from "./labels";
import type { Watcher } from "./watcher";

/** Sends spans of requests and store calls to an OpenTelemetry collector. Loaded only if one is configured. */
export interface Tracing extends RequestObserver, Watcher {
  /** Flushes. */
  stop(): Promise<void>;
}

const NAME = "footprint-graph";
/** Under it, in the context of a request: how many calculations of each kind it took. One span each would be thousands. */
const CALCULATIONS = createContextKey("footprint-graph calculations");

const UNTRACED = { run: <T>(answering: () => T): T => answering(), end: (): void => undefined };

/** Address, headers and sampling are the variables that OpenTelemetry defines (`OTEL_…`). */
export function startTracing(log: Logger, serviceName: string | null): Tracing {
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ "service.name": serviceName ?? NAME })),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter())],
  });
  provider.register();
  const tell = (message: string): void => log.warn("remark of OpenTelemetry", { remark: message });
  diag.setLogger({ error: tell, warn: tell, info() {}, debug() {}, verbose() {} }, DiagLogLevel.WARN);
  const tracer = trace.getTracer(NAME);

  return {
    begin({ requestId, method, path, headers }) {
      if (path !== "/graphql") return UNTRACED;
      const parent = propagation.extract(ROOT_CONTEXT, headers);
      const name = `${methodLabel(method)} ${routeLabel(path)}`;
      const attributes = {
        "http.request.method": method,
        "url.path": path,
        "footprint.request_id": requestId,
      };
      const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
      const calculations = new Map<string, number>();
      const within = trace.setSpan(parent, span).setValue(CALCULATIONS, calculations);
      return {
        run: (answering) => context.with(within, answering),
        end: (record) => {
          span.setAttribute("http.response.status_code", record.status);
          if (record.operationName !== null) {
            span.setAttribute("graphql.operation.name", record.operationName.slice(0, 64));
          }
          if (record.errorCodes.length > 0) {
            span.setAttribute("footprint.error_codes", [...new Set(record.errorCodes)].slice(0, 20));
          }
          for (const [kind, count] of calculations)
            span.setAttribute(`footprint.calculations.${kind}`, count);
          if (outcomeOf(record) === "failed") span.setStatus({ code: SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    async storeCall({ operation, models }, work) {
      // Probes ask outside any request.
      if (trace.getActiveSpan() === undefined) return work();
      const attributes = models === undefined ? {} : { "footprint.models": models };
      return tracer.startActiveSpan(
        `benchmarks ${operation}`,
        { kind: SpanKind.CLIENT, attributes },
        (span) => ended(span, work),
      );
    },
    calculations(kind, count) {
      const calculations = context.active().getValue(CALCULATIONS) as Map<string, number> | undefined;
      calculations?.set(kind, (calculations.get(kind) ?? 0) + count);
    },
    async stop() {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
      diag.disable();
    },
  };
}

async function ended<T>(span: Span, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Without the message of the error, which can name hosts.
    span.setStatus({ code: SpanStatusCode.ERROR });
    throw error;
  } finally {
    span.end();
  }
}
