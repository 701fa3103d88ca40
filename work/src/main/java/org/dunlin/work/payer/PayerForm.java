package org.dunlin.work.payer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.payer.PayerForms;

/**
 * A form as it was put on the page of one link: an id that is carried out once, and a signature
 * over link, act and id, so that no other page can send it.
 *
 * @param act what it does
 */
public record PayerForm(UUID id, String act) {
  private static final String PURPOSE = "payer form";
  private static final int SIGNED_BYTES = 16;

  /** Another hub's clock may be ahead. */
  private static final Duration AHEAD = Duration.ofMinutes(5);

  /** What is written into a form of this act on the page of a payer. */
  public static String issue(Stores stores, Payer payer, String act) {
    UUID id = Ids.next();
    return id + "." + signature(stores, payer, id, act);
  }

  /**
   * The form that was sent.
   *
   * @throws NotDone when it was not issued to this link for this act, or is too old
   */
  public static PayerForm sent(Stores stores, Payer payer, String act, String given, Instant now) {
    return read(stores, payer, act, given)
        .filter(
            form -> {
              Instant made = Ids.madeAt(form.id());
              return made.isAfter(now.minus(PayerForms.KNOWN)) && made.isBefore(now.plus(AHEAD));
            })
        .orElseThrow(() -> new NotDone(NotDone.Reason.OLD_FORM));
  }

  private static Optional<PayerForm> read(Stores stores, Payer payer, String act, String given) {
    int dot = given.indexOf('.');
    if (given.length() > 100 || dot != 36) {
      return Optional.empty();
    }
    UUID id;
    try {
      id = UUID.fromString(given.substring(0, dot));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    byte[] own = (id + "." + signature(stores, payer, id, act)).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(own, given.getBytes(StandardCharsets.UTF_8))
        ? Optional.of(new PayerForm(id, act))
        : Optional.empty();
  }

  private static String signature(Stores stores, Payer payer, UUID id, String act) {
    byte[] content = (payer.linkId() + "|" + act + "|" + id).getBytes(StandardCharsets.UTF_8);
    byte[] signature = stores.signatures().of(payer.companyId(), PURPOSE, content).orElseThrow();
    return HexFormat.of().formatHex(Arrays.copyOf(signature, SIGNED_BYTES));
  }
}
