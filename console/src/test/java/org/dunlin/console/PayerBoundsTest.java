package org.dunlin.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import gg.jte.TemplateEngine;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.dunlin.console.outside.PayerDesk;
import org.dunlin.console.outside.PayerLimits;
import org.dunlin.console.outside.PublicListener;
import org.dunlin.core.model.DunningMode;
import org.dunlin.work.access.PushFile;
import org.dunlin.work.pay.Checkouts;
import org.dunlin.work.pay.PaymentLinks;
import org.junit.jupiter.api.Test;

/** For how long a link counts, and how often a page is opened. */
class PayerBoundsTest {
  private final PayerScene mine = new PayerScene();
  private final Visitor visitor = new Visitor();

  @Test
  void anExpiredLinkShowsNothingAndSendsANewOneToTheKnownAddressAlone() {
    mine.mode(DunningMode.LIVE);
    mine.stores().companies().setBusinessDate(mine.scene.id(), Scene.TODAY.plusDays(200));

    HttpResponse<String> expired = visitor.open(mine.path);
    assertThat(expired.statusCode()).isEqualTo(410);
    assertThat(expired.body())
        .contains("no longer valid", "Acme")
        .doesNotContain("2026-0042", "Jansen", "1,210");
    HttpResponse<String> asked =
        visitor.post(
            mine.path + "/renew", "email", "thief@evil.example", "to", "thief@evil.example");
    HttpResponse<String> again = visitor.post(mine.path + "/renew");
    assertThat(asked.body()).contains("a new link is on its way").isEqualTo(again.body());
    List<String> mails = mails();
    assertThat(mails).hasSize(1);
    assertThat(mails.getFirst())
        .contains("\"to\":\"ap@customer.example\"", "/p/")
        .doesNotContain("evil", mine.path);

    PayerScene unknown = new PayerScene();
    unknown.mode(DunningMode.SHADOW);
    unknown.stores().companies().setBusinessDate(unknown.scene.id(), Scene.TODAY.plusDays(200));
    assertThat(visitor.post(unknown.path + "/renew").body())
        .as("of one whose company sends nothing")
        .isEqualTo(asked.body().replace(mine.path.substring(3), unknown.path.substring(3)));
  }

  @Test
  void whoAsksTooOftenIsToldWhenToComeAgain() {
    PublicListener listener = listener(new PayerLimits(new PayerLimits.Rates(8, 2, 3)));
    listener.start();
    try {
      Visitor limited = new Visitor(listener.port());
      HttpResponse<String> answer = limited.open(mine.path);
      for (int times = 0; times < 8; times++) {
        answer = limited.open(mine.path);
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).contains("60");
      assertThat(answer.body()).contains("That was too often");
      // the link is used up as well, for whoever comes from elsewhere
      assertThat(limited.open(mine.path, "X-Forwarded-For", "192.0.2.1").statusCode())
          .isEqualTo(429);
      String other = new PayerScene().path;
      assertThat(limited.open(other, "X-Forwarded-For", "192.0.2.1").statusCode()).isEqualTo(200);
      for (int guess = 0; guess < 3; guess++) {
        limited.open("/p/" + "G".repeat(80), "X-Forwarded-For", "192.0.2.2");
      }
      assertThat(limited.open(other, "X-Forwarded-For", "192.0.2.2").statusCode()).isEqualTo(429);
    } finally {
      listener.stop();
    }
  }

  @Test
  void whoComesWhileTooManyPaymentsAreBegunIsAskedToTryAgain() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    HttpServer slow = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    slow.createContext(
        "/till/payments",
        exchange -> {
          asked.countDown();
          await(answered);
          byte[] body =
              "{\"id\": \"tr_1\", \"payAt\": \"https://till.example.test/pay/tr_1\"}"
                  .getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    slow.start();
    mine.payableOnline(slow.getAddress().getPort());
    PublicListener listener = listener(new PayerLimits(PayerLimits.Rates.USUAL, 1));
    listener.start();
    try {
      Visitor limited = new Visitor(listener.port());
      CompletableFuture<HttpResponse<String>> first =
          CompletableFuture.supplyAsync(() -> pay(limited, mine.first));
      await(asked);
      HttpResponse<String> second = pay(limited, mine.second);
      assertThat(second.statusCode()).isEqualTo(503);
      assertThat(second.body()).contains("Try again in a moment");
      assertThat(limited.open(mine.path).statusCode()).as("pages meanwhile").isEqualTo(200);
      answered.countDown();
      assertThat(first.join().body()).contains("https://till.example.test/pay/tr_1");
      assertThat(pay(limited, mine.second).statusCode()).isEqualTo(200);
    } finally {
      answered.countDown();
      listener.stop();
      slow.stop(0);
    }
  }

  private HttpResponse<String> pay(Visitor visitor, UUID invoice) {
    String form = visitor.form(mine.path, "pay");
    return visitor.post(
        mine.path + "/pay", "form", form, "what", "chosen", "i", invoice.toString());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private PublicListener listener(PayerLimits limits) {
    var context = Hub.SHARED.context();
    PayerDesk desk =
        new PayerDesk(
            mine.stores(),
            context.getBean(PaymentLinks.class),
            context.getBean(Checkouts.class),
            context.getBean(TemplateEngine.class),
            Clock.systemUTC(),
            limits);
    return new PublicListener(
        InetAddress.getLoopbackAddress(),
        0,
        context.getBean(PushFile.class),
        null,
        1000,
        desk,
        "127\\..*");
  }

  private List<String> mails() {
    return mine.stores().views().messages().newest(mine.scene.id(), 50).stream()
        .map(line -> mine.stores().outbox().find(mine.scene.id(), line.id()).orElseThrow())
        .map(effect -> String.valueOf(effect.payload()))
        .toList();
  }
}
