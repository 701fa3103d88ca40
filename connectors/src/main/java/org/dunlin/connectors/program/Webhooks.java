package org.dunlin.connectors.program;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notices that the program sends.
 *
 * @param events the list of notices in a body; absent where the body is one
 * @param event an id by which a notice that came before is known
 * @param handshake how the program tries the address
 * @param subscribe how the address is made known to the program; absent where a person does it
 */
public record Webhooks(
    Verification verify,
    @Nullable Selector events,
    @Nullable Selector event,
    List<Wanting> wants,
    @Nullable Handshake handshake,
    @Nullable Subscription subscribe) {
  public Webhooks {
    wants = List.copyOf(wants);
  }

  /** How a program tries an address before it sends notices to it. */
  public sealed interface Handshake {
    /** The answer is 200 or 401 by the signature, with an empty body. */
    record Signature() implements Handshake {}

    /**
     * The program sends a verifier and asks to see it again.
     *
     * @param field of the body in which it comes
     * @param request sends it back, as {@code {hook.verifier}}
     */
    record Verifier(String field, RequestTemplate request) implements Handshake {}

    /**
     * A call with an empty body, or one before {@code {hook.secret}} is known, is answered 200 and
     * nothing of it is kept.
     */
    record Ping() implements Handshake {}

    /** The answer carries the header as it came. */
    record Echo(String header) implements Handshake {}
  }

  /**
   * How the address ({@code {hook.url}}) is made known to the program.
   *
   * @param each what one subscription each is made for: {@code {each}}; empty where one is all
   * @param id of the subscription in the answer: {@code {hook.id}}
   * @param secret with which notices are signed, in the answer: {@code {hook.secret}}
   * @param lasts after which it must be renewed
   * @param lookup which subscriptions there are already; absent where the program does not say
   */
  public record Subscription(
      RequestTemplate request,
      List<String> each,
      Selector id,
      @Nullable Selector secret,
      @Nullable Duration lasts,
      @Nullable RequestTemplate renew,
      @Nullable RequestTemplate remove,
      @Nullable Standing lookup) {
    public Subscription {
      each = List.copyOf(each);
    }
  }

  /**
   * The program's list of the subscriptions that there are, whosever they are.
   *
   * @param url the address to which one of them sends
   * @param each for which {@code {each}} it is; absent where one is for all
   * @param id of it
   */
  public record Standing(
      RequestTemplate request,
      Selector records,
      Selector url,
      @Nullable Selector each,
      Selector id) {}
}
