package org.dunlin.work.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;
import org.dunlin.core.port.NoReply;
import org.dunlin.core.port.NotSent;

/**
 * A program at the other end of the wire, played in memory from its publisher's specification and
 * never from our manifest. Its books are empty at first and in euro; each change has a moment of
 * its own, as exact as the program tells it. It keeps its pages to the size that is asked for.
 */
public interface PlayedVendor extends AutoCloseable {
  /** What a request is about. */
  enum Topic {
    /** A token or a session. */
    ACCESS,
    /** A page of the list that says which invoices there are, or that they changed. */
    INVOICES,
    /** The making of a payment, and not what is asked before it. */
    PAYMENT,
    /** The taking back of a payment, and not what is asked before it. */
    REVERSAL,
    /** The booking of a provider's fee, and not what is asked before it. */
    FEE,
    /** The making of a subscription to notices. */
    SUBSCRIPTION,
    /** All else. */
    OTHER
  }

  // What the hub is told.

  /** What an admin fills in, secrets included. */
  Map<String, String> settings();

  /** The token that a person's permission gave ({@code access}, {@code refresh}); else empty. */
  default Map<String, String> token() {
    return Map.of();
  }

  // The wire.

  /** Answers as published; one call at a time. */
  HttpReply answer(HttpCall call) throws NotSent, NoReply;

  /** What a request is about. */
  Topic topic(HttpCall call);

  /** Too many requests; with a time where the program says one, else without. */
  HttpReply tooMany(Optional<Duration> retryAfter);

  /** The day's requests are used up; asked only of programs that count days. */
  default HttpReply dayUsedUp() {
    throw new UnsupportedOperationException("it counts no days");
  }

  /** The program fails. */
  default HttpReply failure() {
    return new HttpReply(503, Map.of(), new byte[0]);
  }

  /** The program makes a payment, and fails before it has answered. */
  default HttpReply failsAfterMaking(HttpCall call) throws NotSent, NoReply {
    HttpReply unused = answer(call);
    return failure();
  }

  // Its books. Amounts are decimals in euro.

  /** What the program makes of such a number, where it cannot hold it as it is. */
  default String shown(String number) {
    return number;
  }

  /** A final invoice of this customer, who is there from the first on. */
  void sell(String number, String customer, String total);

  /** Money came for an invoice, and is booked by a person there. */
  void pay(String number, String amount);

  /** The last payment of an invoice is taken back. */
  void unpay(String number);

  /** An invoice is void. */
  void voidInvoice(String number);

  /** An invoice is deleted, without a trace. */
  void delete(String number);

  /** A customer has another name; invoices that were made before may keep the old one. */
  void rename(String customer, String name);

  /** The payments there are on an invoice, whoever made them, that are not taken back. */
  int payments(String number);

  /** The PDF document of an invoice. */
  default byte[] paper(String number) {
    return ("%PDF-1.4 " + number).getBytes(StandardCharsets.US_ASCII);
  }

  // Access.

  /** The access token or the session is good no more, and can be renewed. */
  default void expire() {
    throw new UnsupportedOperationException("nothing of it expires");
  }

  /** Nothing that was given is good any more. */
  void revoke();

  /** What is good after that: what an admin fills in anew; tokens are as {@link #token} then. */
  Map<String, String> permitAnew();

  /** How often a token or session was renewed. */
  default int renewals() {
    throw new UnsupportedOperationException("nothing of it is renewed");
  }

  /** Whether a refresh token was used twice, so that all of its family are worth nothing. */
  default boolean compromised() {
    throw new UnsupportedOperationException("it has no refresh tokens");
  }

  // Notices.

  /** How many subscriptions to notices stand, of a program that is asked for them. */
  default int subscriptions() {
    throw new UnsupportedOperationException("nobody asks it for notices");
  }

  /**
   * What it sends when an invoice has changed.
   *
   * @param headers with the signature, where it signs
   */
  record Sent(Map<String, String> headers, byte[] body) {}

  /**
   * The notice of the last change of an invoice.
   *
   * @param at when it is sent
   */
  default Sent notice(String number, Instant at) {
    throw new UnsupportedOperationException("it sends no notices");
  }

  /** The same, signed by somebody who does not know the secret. */
  default Sent forged(String number, Instant at) {
    throw new UnsupportedOperationException("it signs no notices");
  }

  @Override
  default void close() {}
}
