package org.dunlin.config.watch;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dunlin.core.port.Spans;
import org.dunlin.store.view.PayloadTraces;
import org.jspecify.annotations.Nullable;

/**
 * Sends traces that follow payloads: what is done with a delivery, and what rests on it, are spans
 * of one trace, in whatever process and on whatever day.
 */
public final class TracedSpans implements Spans, AutoCloseable {
  private static final String PATH = "/v1/traces";

  /** In the traces of so many deliveries one piece of work is shown. */
  private static final int MOST = 20;

  /**
   * What was applied earlier is not looked for. It is much, since a delivery is noted as applied
   * when its transaction began, and a match may begin before that ends.
   */
  private static final Duration LONGEST = Duration.ofHours(6);

  private static final int MOST_REMEMBERED = 10_000;

  private final Spans others;
  private final PayloadTraces payloads;
  private final Clock clock;
  private final PayloadIds ids = new PayloadIds();
  private final Set<UUID> matched =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
              return size() > MOST_REMEMBERED;
            }
          });
  private final Instant started;
  private final SdkTracerProvider provider;
  private final Tracer tracer;

  /**
   * @param collector where they are sent
   * @param payloads on which deliveries work rests
   * @param others who are told, too
   */
  public TracedSpans(URI collector, PayloadTraces payloads, Clock clock, Spans others) {
    this.others = others;
    this.payloads = payloads;
    this.clock = clock;
    this.started = clock.instant();
    String address = collector.toString().replaceFirst("/$", "");
    provider =
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .setResource(
                Resource.getDefault()
                    .merge(
                        Resource.create(
                            Attributes.of(AttributeKey.stringKey("service.name"), "dunlin"))))
            .addSpanProcessor(
                BatchSpanProcessor.builder(
                        OtlpHttpSpanExporter.builder()
                            .setEndpoint(address.endsWith(PATH) ? address : address + PATH)
                            .build())
                    .setScheduleDelay(Duration.ofSeconds(1))
                    .build())
            .build();
    tracer = provider.get("org.dunlin");
  }

  @Override
  public void in(Work work, Runnable task) {
    Instant begun = clock.instant();
    @Nullable RuntimeException thrown = null;
    try {
      others.in(work, task);
    } catch (RuntimeException e) {
      thrown = e;
      throw e;
    } finally {
      List<UUID> rests = thrown == null ? restsOn(work, begun) : subjectAlone(work);
      Instant ended = clock.instant();
      for (UUID delivery : rests) {
        span(work, delivery, rests, begun, ended, thrown);
      }
    }
  }

  private List<UUID> restsOn(Work work, Instant begun) {
    return switch (work.step()) {
      case INTAKE, TRANSLATE -> subjectAlone(work);
      case MATCH -> appliedAndNotMatched(work.companyId(), begun);
      case DUN -> payloads.ofEffectsSince(work.companyId(), begun, MOST);
      case DELIVER -> {
        UUID effect = work.subject();
        yield effect == null ? List.of() : payloads.ofEffect(work.companyId(), effect, MOST);
      }
    };
  }

  /** Each is shown by the first match that sees it. */
  private List<UUID> appliedAndNotMatched(String companyId, Instant begun) {
    Instant earliest = begun.minus(LONGEST);
    Instant since = earliest.isAfter(started) ? earliest : started;
    List<UUID> applied = payloads.appliedSince(companyId, since);
    synchronized (matched) {
      return applied.stream().filter(matched::add).limit(MOST).toList();
    }
  }

  private static List<UUID> subjectAlone(Work work) {
    UUID subject = work.subject();
    return subject == null || work.step() == Step.DELIVER ? List.of() : List.of(subject);
  }

  private void span(
      Work work,
      UUID delivery,
      List<UUID> rests,
      Instant begun,
      Instant ended,
      @Nullable RuntimeException thrown) {
    SpanBuilder builder =
        tracer
            .spanBuilder(work.step().name().toLowerCase(Locale.ROOT))
            .setStartTimestamp(begun)
            .setAttribute("dunlin.company", work.companyId());
    if (work.connectionId() != null) {
      builder.setAttribute("dunlin.connection", work.connectionId());
    }
    if (work.subject() != null) {
      builder.setAttribute(
          work.step() == Step.DELIVER ? "dunlin.effect" : "dunlin.delivery",
          work.subject().toString());
    }
    rests.stream().filter(other -> !other.equals(delivery)).forEach(o -> builder.addLink(at(o)));
    if (work.step() == Step.INTAKE) {
      builder.setNoParent();
      ids.firstOf(delivery, () -> end(builder, ended, thrown));
    } else {
      builder.setParent(Context.root().with(Span.wrap(at(delivery))));
      end(builder, ended, thrown);
    }
  }

  private static void end(SpanBuilder builder, Instant ended, @Nullable RuntimeException thrown) {
    Span span = builder.startSpan();
    if (thrown != null) {
      span.setStatus(StatusCode.ERROR, thrown.getClass().getSimpleName()); // words may name people
    }
    span.end(ended);
  }

  private static SpanContext at(UUID delivery) {
    return SpanContext.createFromRemoteParent(
        PayloadIds.trace(delivery),
        PayloadIds.root(delivery),
        TraceFlags.getSampled(),
        TraceState.getDefault());
  }

  /** Sends what is not sent yet. */
  @Override
  public void close() {
    provider.close();
  }
}
