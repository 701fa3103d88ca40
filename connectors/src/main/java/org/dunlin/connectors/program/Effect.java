package org.dunlin.connectors.program;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the hub writes into a program, or begins at a payment provider.
 *
 * @param name payment, payment_reversal, fee, note, payment_link, status or text; of a provider
 *     checkout, link, link_cancel, refund, cancel or mandate
 * @param needs settings without which the connection does not write this back
 * @param account of a payment or a fee: the setting that names where it is booked; absent where the
 *     program books it nowhere in particular
 * @param when of what the effect is about: where it gives nothing or false, this one cannot be
 *     written back, and {@code say} says so
 * @param lookup asked before each try of a LOOKUP; absent with KEYED
 * @param prepare asked after the lookup and before the request, whose {@code {prepare.NAME}} it
 *     gives; it may be asked again and leaves nothing behind
 * @param confirms the id of what was made, in the answer
 * @param texting what only gateways for texts have; absent of all other effects
 * @param gives what else the answer tells, by its name; nothing of a write-back
 */
public record Effect(
    String name,
    Capability capability,
    Kind kind,
    List<String> needs,
    @Nullable String account,
    @Nullable Selector when,
    @Nullable String say,
    @Nullable Lookup lookup,
    @Nullable Lookup prepare,
    RequestTemplate request,
    @Nullable Selector confirms,
    @Nullable Texting texting,
    Map<String, Selector> gives) {
  public Effect {
    needs = List.copyOf(needs);
    gives = Map.copyOf(gives);
  }

  /** What keeps it from being written twice. */
  public enum Kind {
    /** The program honours a key that is sent along. */
    KEYED,
    /** The program is asked first whether it is there already. */
    LOOKUP,
    /** Nothing does, so it leaves once at most: only texts may. */
    BLIND
  }
}
