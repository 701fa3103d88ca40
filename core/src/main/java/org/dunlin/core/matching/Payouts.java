package org.dunlin.core.matching;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.RemittanceReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether an entry of a bank brings what a payment provider paid out. It does where it names the
 * provider's settlement, whatever its amount, since what does not agree is to be seen; else where
 * it comes from the provider, by an account from which it paid before or by its name, and has the
 * amount of just one payout, on days on which that may arrive.
 */
public final class Payouts {
  private static final int SHORTEST_REFERENCE = 6;
  private static final int DAYS_BEFORE = 3;
  private static final int DAYS_AFTER = 14;

  private Payouts() {}

  /** Why an entry is one. */
  public enum Sign {
    REFERENCE,
    AMOUNT,
    ACCOUNT,
    NAME
  }

  /**
   * What is known of the company's providers.
   *
   * @param provider the program, which is the scheme of its account
   * @param accounts IBANs from which it has paid out before
   * @param named whether one of the company's customers bears the provider's name, so that the name
   *     alone says nothing
   */
  public record Provider(String provider, Set<String> accounts, boolean named) {
    public Provider {
      accounts = Set.copyOf(accounts);
    }

    /** The word by which its name is known: {@code stripe} of {@code stripe-payments}. */
    public String word() {
      int end = provider.indexOf('-');
      return end < 0 ? provider : provider.substring(0, end);
    }
  }

  /**
   * An entry as the other end of a payout.
   *
   * @param payout absent where the provider has not told of it yet
   */
  public record Found(String provider, @Nullable Payment payout, Sign sign) {}

  /**
   * What an entry brings.
   *
   * @param open payouts that no entry has brought yet
   */
  public static Optional<Found> of(Payment entry, List<Provider> providers, List<Payment> open) {
    String text = compact(said(entry));
    for (Payment payout : open) {
      String reference = compact(Objects.requireNonNullElse(payout.endToEndId(), ""));
      if (reference.length() >= SHORTEST_REFERENCE
          && text.contains(reference)
          && sameCurrency(entry, payout)
          && arrives(entry, payout)) {
        return Optional.of(new Found(scheme(payout), payout, Sign.REFERENCE));
      }
    }
    return providers.stream().flatMap(each -> from(each, entry, open).stream()).findFirst();
  }

  /** The one payout of a provider that has the entry's amount, on days on which it may arrive. */
  public static Optional<Payment> byAmount(Payment entry, String provider, List<Payment> open) {
    List<Payment> equal =
        open.stream()
            .filter(payout -> scheme(payout).equals(provider))
            .filter(payout -> payout.amount().equals(entry.amount()))
            .filter(payout -> arrives(entry, payout))
            .toList();
    return equal.size() == 1 ? Optional.of(equal.getFirst()) : Optional.empty();
  }

  private static Optional<Found> from(Provider provider, Payment entry, List<Payment> open) {
    AccountId payer = entry.payerAccount();
    boolean account =
        payer != null && payer.iban() != null && provider.accounts().contains(payer.iban());
    boolean name = names(provider.word(), entry.payerName());
    if (!account && !name) {
      return Optional.empty();
    }
    Optional<Payment> payout = byAmount(entry, provider.provider(), open);
    if (payout.isPresent()) {
      return Optional.of(new Found(provider.provider(), payout.get(), Sign.AMOUNT));
    }
    return account
        ? Optional.of(new Found(provider.provider(), null, Sign.ACCOUNT))
        : provider.named()
            ? Optional.empty()
            : Optional.of(new Found(provider.provider(), null, Sign.NAME));
  }

  /** Whether a name holds the word as one of its own. */
  public static boolean names(String word, @Nullable String name) {
    return name != null
        && Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1))
            .anyMatch(word.toLowerCase(Locale.ROOT)::equals);
  }

  private static boolean sameCurrency(Payment entry, Payment payout) {
    return entry.amount().getCurrencyUnit().equals(payout.amount().getCurrencyUnit());
  }

  private static boolean arrives(Payment entry, Payment payout) {
    LocalDate left = payout.bookingDate();
    long days = ChronoUnit.DAYS.between(left, entry.bookingDate());
    return days >= -DAYS_BEFORE && days <= DAYS_AFTER;
  }

  private static String scheme(Payment payout) {
    AccountId account = payout.account();
    return account == null ? "" : Objects.requireNonNullElse(account.accountScheme(), "");
  }

  private static String said(Payment entry) {
    return Stream.concat(
            Stream.of(
                entry.remittance(),
                entry.creditorReference(),
                entry.endToEndId(),
                entry.details().bankText(),
                entry.payerName()),
            entry.references().stream().map(RemittanceReference::value))
        .filter(Objects::nonNull)
        .collect(Collectors.joining(" "));
  }

  private static String compact(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
  }
}
