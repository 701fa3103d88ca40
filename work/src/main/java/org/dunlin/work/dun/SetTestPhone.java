package org.dunlin.work.dun;

import java.util.Optional;
import org.dunlin.core.phone.TextNumber;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.journal.Happening;
import org.jspecify.annotations.Nullable;

/** A person says to which number texts go while the company is in test mode. */
public final class SetTestPhone {
  private final Stores stores;

  /** Over these stores. */
  public SetTestPhone(Stores stores) {
    this.stores = stores;
  }

  /**
   * Says it; the number as it is dialled from anywhere, and nothing where none was given.
   *
   * @param number as people write it; blank or null: none
   * @throws IllegalArgumentException when it is no mobile number
   */
  public Optional<String> set(String companyId, @Nullable String number, String by) {
    CompanyProfile profile = stores.companies().profile(companyId);
    Optional<String> taken =
        number == null || number.isBlank()
            ? Optional.empty()
            : Optional.of(
                TextNumber.one(number, profile.company().country())
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "This is no mobile number; write it such as +31612345678.")));
    stores
        .transactions()
        .run(
            () -> {
              stores.sentTexts().setTestNumber(companyId, taken.orElse(null));
              stores
                  .journal()
                  .append(
                      companyId,
                      Happening.to(
                          "company",
                          companyId,
                          "TEST_PHONE_CHANGED",
                          by,
                          stores.companies().businessDate(profile),
                          taken.orElse("–")));
            });
    return taken;
  }
}
