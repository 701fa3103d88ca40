package org.dunlin.connectors.invoice;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Address;
import org.jspecify.annotations.Nullable;

/**
 * A party of a document (EN 16931: BG-4, the seller; BG-7, the buyer).
 *
 * @param at where it stands
 * @param name the registered name (BT-27, BT-44), else what else it is called
 * @param nameAt where the registered name should stand
 * @param vatNumber BT-31, BT-48
 * @param registration BT-30, BT-47
 * @param identifiers BT-29, BT-46
 * @param endpoint BT-34, BT-49
 * @param accountNumber the number that the seller gave the buyer
 */
public record Party(
    Element at,
    @Nullable String name,
    String nameAt,
    @Nullable String vatNumber,
    @Nullable Identifier registration,
    List<Identifier> identifiers,
    @Nullable Identifier endpoint,
    @Nullable String accountNumber,
    @Nullable String email,
    @Nullable String phone,
    @Nullable Address address) {

  /** The first of these that is given. */
  public static @Nullable String first(@Nullable String... given) {
    return Stream.of(given).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** An address of these lines; null where nothing of it is given. */
  public static @Nullable Address address(
      List<@Nullable String> lines,
      @Nullable String postalCode,
      @Nullable String city,
      @Nullable String country) {
    Address address =
        new Address(
            joined(", ", lines.toArray(new @Nullable String[0])), postalCode, city, upper(country));
    return address.equals(new Address(null, null, null, null)) ? null : address;
  }

  /** What is given of the parts, in one text; null where nothing is. */
  public static @Nullable String joined(String between, @Nullable String... parts) {
    String text =
        Arrays.stream(parts).filter(Objects::nonNull).collect(Collectors.joining(between));
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String upper(@Nullable String code) {
    return code == null ? null : code.toUpperCase(Locale.ROOT);
  }
}
