package org.dunlin.routes.road;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Producer;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.camel.support.DefaultExchange;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.PutFile;
import org.dunlin.core.port.UnknownOutcome;
import org.dunlin.core.road.Road;
import org.dunlin.core.road.RoadKind;
import org.dunlin.routes.WholeFiles;

/**
 * Puts files where other programs take them, under a name that begins with a dot and ends in .tmp
 * until they are whole. A server that does not answer is left alone for a while, each by itself.
 */
public final class PutByRoad implements PutFile {
  private static final int MOST_CAUSES = 20;
  private static final Duration REST = Duration.ofSeconds(30);
  private static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(4)
          .minimumNumberOfCalls(2)
          .failureRateThreshold(50)
          .waitDurationInOpenState(REST)
          .build();

  private final CamelContext camel;
  private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(BREAKER);

  /** By components of this context. */
  public PutByRoad(CamelContext camel) {
    this.camel = camel;
  }

  @Override
  public void put(Road road, String name, byte[] bytes) throws NotSent {
    put(road, name, () -> new ByteArrayInputStream(bytes));
  }

  @Override
  public void put(Road road, String name, Content content) throws NotSent {
    try {
      if (road.kind() == RoadKind.OUTGOING) {
        try (InputStream bytes = content.open()) {
          WholeFiles.write(Path.of(road.needed("folder")), name, bytes);
        }
      } else {
        breaker(road)
            .executeCallable(
                () -> {
                  try (InputStream bytes = content.open()) {
                    upload(road, name, bytes);
                  }
                  return true;
                });
      }
    } catch (CallNotPermittedException e) {
      throw new NotSent(
          road.server() + " did not take files several times; it is tried again soon.", REST);
    } catch (IOException e) {
      throw new NotSent("The file " + name + " cannot be written: " + e, e);
    } catch (Exception e) { // Camel declares no narrower type
      if (cutWhileRenaming(e)) {
        throw new UnknownOutcome(
            road.server() + " fell silent while " + name + " got its name; it may lie there.", e);
      }
      throw new NotSent(name + " is not there yet: " + RoadFailures.sentence(e, road), e);
    }
  }

  /** A server that says no says it in an answer; what was cut off has a broken line below. */
  private static boolean cutWhileRenaming(Exception failure) {
    boolean renaming =
        failure instanceof GenericFileOperationFailedException
            && String.valueOf(failure.getMessage()).startsWith("Cannot rename");
    Throwable cause = failure;
    for (int i = 0; renaming && cause != null && i < MOST_CAUSES; i++) {
      if (cause instanceof IOException) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private CircuitBreaker breaker(Road road) {
    return breakers.circuitBreaker(road.companyId() + "/" + road.connectionId());
  }

  private void upload(Road road, String name, InputStream bytes) throws Exception {
    SftpServer server = SftpServer.of(camel, "sftp://put", road, Patience.OF_ROADS);
    server.setCamelContext(camel);
    server.setMaximumReconnectAttempts(0);
    server.setDisconnect(true);
    server.setAutoCreate(true);
    server.setFileExist(GenericFileExist.Override);
    server.setTempFileName(".${file:name}.tmp");
    try (Producer producer = server.createProducer()) {
      Exchange exchange = new DefaultExchange(camel);
      exchange.getMessage().setHeader(Exchange.FILE_NAME, name);
      exchange.getMessage().setBody(bytes);
      producer.start();
      producer.process(exchange);
      if (exchange.getException() != null) {
        throw exchange.getException();
      }
    }
  }
}
