package org.dunlin.routes;

import java.io.IOException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Makes the client that the registry holds: it verifies certificates, follows no redirect, keeps no
 * cookie, tries nothing twice, and ends every request in time.
 */
public final class ProgramClient {
  private static final int MOST_CONNECTIONS = 200;
  private static final int MOST_TO_ONE_HOST = 50;
  private static final Timeout PLACE = Timeout.ofSeconds(1);
  private static final TimeValue KEPT = TimeValue.ofMinutes(2);

  private final WireSettings settings;
  private final BodyBudget budget;
  private final ScheduledThreadPoolExecutor ends = ends();

  private ProgramClient(WireSettings settings) {
    this.settings = settings;
    this.budget = new BodyBudget(settings.mostBytesAtOnce());
  }

  /** A client with these settings. */
  public static CloseableHttpClient of(WireSettings settings) {
    return new ProgramClient(settings).build();
  }

  private static ScheduledThreadPoolExecutor ends() {
    ScheduledThreadPoolExecutor ends =
        new ScheduledThreadPoolExecutor(
            1, work -> Thread.ofPlatform().daemon().name("dunlin-wire-ends").unstarted(work));
    ends.setRemoveOnCancelPolicy(true);
    return ends;
  }

  private CloseableHttpClient build() {
    Timeout connect = Timeout.of(settings.connect());
    Timeout whole = Timeout.of(settings.whole());
    PoolingHttpClientConnectionManager connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(new PublicDns(settings.privateAddresses()))
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(connect)
                    .setSocketTimeout(whole)
                    .setTimeToLive(KEPT)
                    .build())
            .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
            .setMaxConnTotal(MOST_CONNECTIONS)
            .setMaxConnPerRoute(MOST_TO_ONE_HOST)
            .build();
    return HttpClients.custom()
        .setConnectionManager(connections)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectionRequestTimeout(PLACE)
                .setResponseTimeout(whole)
                .setRedirectsEnabled(false)
                .build())
        .setUserAgent("Dunlin")
        .disableRedirectHandling()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableAutomaticRetries()
        .addExecInterceptorFirst("trip", this::trip)
        .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), "leave", ProgramClient::leave)
        .build();
  }

  private ClassicHttpResponse trip(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Trip trip = Trip.current();
    trip.load(request);
    // A server that sends a byte now and then never runs into the time limit of a single read.
    ScheduledFuture<?> end =
        ends.schedule(scope.execRuntime::discardEndpoint, trip.nanosLeft(), TimeUnit.NANOSECONDS);
    try {
      ClassicHttpResponse response = chain.proceed(request, scope);
      trip.answered(response);
      if (response.getEntity() != null) {
        BodyBudget.Share share = trip.share(budget);
        response.setEntity(
            new BoundedEntity(response.getEntity(), settings.mostBytes(), share, trip));
      }
      return response;
    } catch (IOException | HttpException | RuntimeException e) {
      end.cancel(false);
      throw e;
    }
  }

  /** The connection stands, TLS included; what follows are bytes of the request. */
  private static ClassicHttpResponse leave(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    Trip.current().leave();
    return chain.proceed(request, scope);
  }
}
