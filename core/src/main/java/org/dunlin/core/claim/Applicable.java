package org.dunlin.core.claim;

import java.util.Locale;
import java.util.Objects;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.Company;
import org.dunlin.core.model.Customer;
import org.jspecify.annotations.Nullable;

/**
 * Whose law counts where parties agreed on none: between businesses the seller's, and for a
 * consumer that of where the consumer lives (Regulation (EC) 593/2008, articles 4(1) and 6(1)).
 *
 * @param country ISO 3166 alpha-2
 */
public record Applicable(String country, Debtor debtor) {
  /**
   * Of a company and one who owes it. A customer of whom it is not known counts as a consumer; one
   * whose country is not known lives where the company is.
   */
  public static Applicable of(Company company, Customer customer) {
    Debtor debtor = Debtor.of(customer.consumer());
    String own = company.country();
    return new Applicable(
        switch (debtor) {
          case BUSINESS -> own;
          case CONSUMER -> Objects.requireNonNullElse(country(customer.address()), own);
        },
        debtor);
  }

  /** Whether a law grants only what terms say, so that nothing may be claimed without them. */
  public boolean needsTerms() {
    return debtor == Debtor.CONSUMER && country.equals("BE");
  }

  /**
   * Whether the first reminder has to say what late payment will cost, though it costs nothing
   * itself (Belgium, Code of Economic Law XIX.2).
   */
  public boolean announcesFirst() {
    return needsTerms();
  }

  private static @Nullable String country(@Nullable Address address) {
    String country = address == null ? null : address.country();
    return country == null ? null : country.toUpperCase(Locale.ROOT);
  }
}
