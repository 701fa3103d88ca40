package org.dunlin.routes;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.dunlin.core.port.Dispatch;
import org.dunlin.core.port.Enclosures;
import org.dunlin.core.port.Hearing;
import org.dunlin.core.port.NotSent;
import org.dunlin.core.port.Outlet;
import org.dunlin.core.port.Refused;

/**
 * The way out through the routes, with one circuit breaker a road: a server that does not answer is
 * left alone for a while.
 */
public final class CamelOutlet implements Outlet {
  private static final CircuitBreakerConfig BREAKER =
      CircuitBreakerConfig.custom()
          .slidingWindowSize(10)
          .minimumNumberOfCalls(5)
          .failureRateThreshold(50)
          .waitDurationInOpenState(Duration.ofSeconds(15))
          .automaticTransitionFromOpenToHalfOpenEnabled(false)
          .recordException(NotSent.class::isInstance)
          .build();

  private final ProducerTemplate routes;
  private final SmtpSettings smtp;
  private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(BREAKER);

  /** Through the routes that this template reaches. */
  public CamelOutlet(ProducerTemplate routes, SmtpSettings smtp) {
    this.routes = routes;
    this.smtp = smtp;
  }

  @Override
  public void send(Dispatch dispatch, Enclosures enclosures) throws NotSent, Refused {
    send(dispatch, enclosures, Hearing.NONE);
  }

  @Override
  public void send(Dispatch dispatch, Enclosures enclosures, Hearing hearing)
      throws NotSent, Refused {
    switch (dispatch) {
      case Dispatch.Email email -> {
        if (smtp.host() == null) {
          throw new NotSent("No mail server is set; set dunlin.smtp.host and dunlin.smtp.from.");
        }
        throughBreaker("smtp", () -> send(email, enclosures, hearing));
      }
      case Dispatch.StatusFile file -> write(file);
      case Dispatch.OutgoingFile file ->
          throw new NotSent("Connection " + file.connectionId() + " puts files nowhere yet.");
      case Dispatch.Letter letter ->
          throw new NotSent("Connection " + letter.connectionId() + " prints nothing yet.");
      case Dispatch.HandOver given ->
          throw new NotSent("Connection " + given.connectionId() + " takes no cases yet.");
      case Dispatch.Text text ->
          throw new NotSent("Connection " + text.connectionId() + " sends no texts yet.");
      case Dispatch.Event event ->
          throw new NotSent("Nobody tells " + event.endpointId() + " anything yet.");
      case Dispatch.WriteBack other ->
          throw new NotSent("Connection " + other.connectionId() + " cannot be told anything yet.");
    }
  }

  private void send(Dispatch.Email email, Enclosures enclosures, Hearing hearing)
      throws NotSent, Refused {
    InternetAddress sender = ours(smtp.from(), "dunlin.smtp.from");
    if (email.replyTo() != null) {
      ours(email.replyTo(), "replyTo of the company");
    }
    hearing.asks(server());
    Exchange done =
        routes.send(
            OutwardRoutes.EMAIL,
            exchange -> {
              exchange.setProperty(Composing.SENDER, sender);
              exchange.setProperty(Composing.ENCLOSURES, enclosures);
              exchange.getMessage().setBody(email);
            });
    throwWhatFailed(done);
    if (done.getMessage().getBody() instanceof NamedMessage sent) {
      sent.reply().ifPresent(hearing::answers);
    }
  }

  private String server() {
    return (smtp.implicitTls() ? "smtps://" : "smtp://") + smtp.host() + ":" + smtp.port();
  }

  /** An address of the settings; where it is wrong, nothing leaves until it is mended. */
  private static InternetAddress ours(String address, String setting) throws NotSent {
    try {
      return new InternetAddress(address, true);
    } catch (AddressException e) {
      throw new NotSent(setting + " is not an e-mail address: " + address, e);
    }
  }

  /** The template hands a failure over within the exchange and does not throw it. */
  private static void throwWhatFailed(Exchange done) throws NotSent, Refused {
    Exception failure = done.getException();
    if (failure != null) {
      throw MailFailures.of(failure);
    }
  }

  /** Writing again makes the same file, so an unknown outcome is as good as nothing written. */
  private void write(Dispatch.StatusFile file) throws NotSent {
    try {
      routes.sendBody(OutwardRoutes.STATUS_FILE, file);
    } catch (CamelExecutionException e) {
      throw new NotSent("The status file cannot be written: " + e.getCause(), e);
    }
  }

  private interface Sending {
    void run() throws NotSent, Refused;
  }

  private void throughBreaker(String road, Sending sending) throws NotSent, Refused {
    CircuitBreaker breaker = breakers.circuitBreaker(road);
    try {
      breaker.executeCheckedSupplier(
          () -> {
            sending.run();
            return true;
          });
    } catch (CallNotPermittedException e) {
      throw new NotSent("The mail server did not answer several times; it is tried again soon.", e);
    } catch (NotSent | Refused | RuntimeException e) {
      throw e;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }
}
