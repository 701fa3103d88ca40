package org.dunlin.routes;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in a sentence what kept a request from its program, and what to do. */
final class WireFailures {
  private WireFailures() {}

  /** Nothing has left. */
  static String notSent(String host, Exception failure) {
    return switch (failure) {
      case UnknownHostException inside when PublicDns.refused(inside) ->
          "The name "
              + host
              + " leads into a private network, where the hub asks nobody; it does"
              + " once dunlin.programs.private-addresses is true.";
      case UnknownHostException none ->
          "There is no host "
              + host
              + "; check the address, and whether the hub can look up names.";
      case ConnectTimeoutException silent -> silent(host);
      case SocketTimeoutException silent -> silent(host);
      case ConnectException refused ->
          host + " refuses the connection; check the address, or wait until the program is up.";
      case NoRouteToHostException none ->
          "No way leads to " + host + "; check the address, and the network of the hub.";
      case SSLException tls ->
          "TLS with "
              + host
              + " fails ("
              + said(tls)
              + "); check the address, and whether the certificate is valid and for this host.";
      case SocketException reset ->
          host + " broke off the connection before anything was sent; it is tried again.";
      default -> "No connection to " + host + " came about (" + said(failure) + ").";
    };
  }

  /** It may have arrived. */
  static String noReply(String host, Exception failure) {
    return switch (failure) {
      case SocketTimeoutException silent ->
          host + " took the request and did not answer in time; it is asked again.";
      case NoHttpResponseException none -> brokeOff(host);
      case ConnectionClosedException closed -> brokeOff(host);
      case SocketException reset -> brokeOff(host);
      default -> "No whole answer came from " + host + " (" + said(failure) + ").";
    };
  }

  private static String silent(String host) {
    return host
        + " does not answer; check the address, and whether the network of the hub lets it out.";
  }

  private static String brokeOff(String host) {
    return host + " broke off before its answer was whole; it is asked again.";
  }

  /** The message of a client may name an address, and never what was sent. */
  private static String said(Exception failure) {
    String message = failure.getMessage();
    return message == null || message.isBlank()
        ? failure.getClass().getSimpleName()
        : message.strip().replaceAll("\\.$", "");
  }
}
