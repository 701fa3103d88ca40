package org.dunlin.work.payer;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dunlin.connectors.letter.SwissCode;
import org.dunlin.core.message.SwissSlip;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.qrcode.QrPicture;
import org.dunlin.core.qrcode.TransferCode;
import org.dunlin.store.Stores;
import org.dunlin.work.letter.LetterSettings;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How invoices are paid by transfer.
 *
 * @param iban the company's account; absent where it says none: the one on the invoice counts
 * @param quoted what to quote
 * @param code the text of a QR code by EPC069-12; absent where the code cannot say the payment
 * @param slip a Swiss QR-bill, where the company has a Swiss account
 */
public record Transfer(
    String holder,
    @Nullable String iban,
    Money amount,
    String quoted,
    @Nullable String code,
    @Nullable SwissSlip slip) {

  /** How these are paid, all of one currency. */
  public static Transfer of(Stores stores, Shown shown, List<Owed> chosen) {
    Money amount = Money.total(chosen.stream().map(Owed::open).toList());
    List<String> quoted = chosen.stream().map(Owed::reference).distinct().toList();
    String holder = shown.payer().profile().company().name();
    List<AccountId> accounts = shown.payer().profile().company().accounts();
    Optional<SwissSlip> slip = slip(stores, shown, accounts, amount, quoted);
    String iban =
        slip.map(SwissSlip::account)
            .orElseGet(
                () ->
                    accounts.stream()
                        .map(AccountId::iban)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null));
    String code =
        iban == null || slip.isPresent()
            ? null
            : TransferCode.of(holder, iban, amount, quoted).filter(QrPicture::fits).orElse(null);
    return new Transfer(
        holder, iban, amount, TransferCode.remittance(quoted), code, slip.orElse(null));
  }

  private static Optional<SwissSlip> slip(
      Stores stores, Shown shown, List<AccountId> accounts, Money amount, List<String> quoted) {
    String companyId = shown.payer().companyId();
    return SwissSlip.of(
        shown.payer().profile().company().name(),
        LetterSettings.head(shown.payer().profile(), LetterSettings.connection(stores, companyId))
            .address(),
        accounts,
        amount,
        quoted,
        shown.customer().name(),
        shown.customer().address());
  }

  /** The picture of a code. */
  public record Drawn(String mediaType, byte[] content) {}

  /** The code of the Swiss QR-bill, else that by EPC069-12; empty where there is none. */
  public Optional<Drawn> picture() {
    if (slip != null) {
      return Optional.of(new Drawn("image/svg+xml", SwissCode.svg(slip)));
    }
    return Optional.ofNullable(code).map(text -> new Drawn("image/png", QrPicture.png(text)));
  }

  /** The IBAN in groups of four, as ISO 13616 has it on paper. */
  public @Nullable String groupedIban() {
    return iban == null ? null : iban.replaceAll("\\s", "").replaceAll("(.{4})(?!$)", "$1 ");
  }
}
