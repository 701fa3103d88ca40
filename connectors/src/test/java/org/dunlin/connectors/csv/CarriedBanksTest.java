package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.dunlin.connectors.Detected;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.AccountId;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Direction;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.PaymentKind;
import org.dunlin.core.model.Statement;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Files with the columns that published readers know of each bank, made up for this, are read by
 * the descriptions that the hub carries along.
 */
class CarriedBanksTest {
  private static final String ACCOUNT = "NL44RABO0123456789";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rabobank.csv         | rabobank         | Verhuurder B.V. | NL02INGB0987654321     | true
          ing-nl.csv           | ing-nl           | Verhuurder B.V. | NL02RABO0987654321     | true
          ing-nl-english.csv   | ing-nl           | Verhuurder B.V. | NL02RABO0987654321     | false
          knab.csv             | knab             | Verhuurder B.V. | NL02INGB0987654321     | false
          asn-bank.csv         | asn-bank         | Verhuurder B.V. | NL02INGB0987654321     | false
          abn-amro.tab         | abn-amro         | VERHUURDER      | DE02500105170137075030 | true
          bunq.csv             | bunq             | Verhuurder B.V. | NL02INGB0987654321     | false
          sparkasse.csv        | sparkasse        | Vermieter GmbH  | DE02500105170137075030 | false
          sparkasse-mt940.csv  | sparkasse-mt940  | Vermieter GmbH  | DE02500105170137075030 | false
          dkb.csv              | dkb              | Vermieter GmbH  | DE02500105170137075030 | false
          vr-bank.csv          | vr-bank          | Vermieter GmbH  | DE02500105170137075030 | true
          ing-de.csv           | ing-de           | Vermieter GmbH  |                        | true
          commerzbank.csv      | commerzbank      |                 |                        | false
          deutsche-bank.csv    | deutsche-bank    | Vermieter GmbH  | DE02500105170137075030 | false
          n26.csv              | n26              | Vermieter GmbH  | DE02500105170137075030 | false
          n26-older.csv        | n26              | Vermieter GmbH  | DE02500105170137075030 | false
          wise.csv             | wise             | Landlord        | NL02INGB0987654321     | true
          revolut.csv          | revolut          |                 |                        | true
          revolut-business.csv | revolut-business | Landlord        | NL02INGB0987654321     | true
          """)
  void aFileOfABankIsReadByTheDescriptionThatIsCarriedAlong(
      String file, String name, @Nullable String payee, @Nullable String iban, boolean balanced)
      throws IOException {
    List<CanonicalRecord> records = read(file, name);

    List<Payment> payments = all(records, Payment.class);
    List<Payment> moved = payments.stream().filter(each -> each.kind() != PaymentKind.FEE).toList();
    assertThat(moved)
        .extracting(each -> each.direction() + " " + each.amount() + " " + each.bookingDate())
        .containsExactlyInAnyOrder("OUT EUR 1234.50 2026-11-18", "IN EUR 1210.00 2026-11-19");
    Payment in = one(moved, Direction.IN);
    assertThat(in.remittance()).contains("2026-0042");
    if (iban != null) {
      assertThat(in.payerName()).isEqualTo("Bakkerij Jansen");
      if (!file.equals("wise.csv")) {
        assertThat(key(in)).isEqualTo("NL91ABNA0417164300");
      }
    }
    Payment out = one(moved, Direction.OUT);
    assertThat(out.payerName()).isEqualTo(payee);
    assertThat(key(out)).isEqualTo(iban);
    assertThat(all(records, Statement.class)).hasSize(balanced ? 1 : 0);
  }

  @Test
  void whatAProviderKeptIsAPaymentOfItsOwn() throws IOException {
    for (String name : List.of("revolut", "revolut-business")) {
      assertThat(all(read(name + ".csv", name), Payment.class))
          .filteredOn(each -> each.kind() == PaymentKind.FEE)
          .extracting(each -> each.direction() + " " + each.amount())
          .containsExactly("OUT EUR 2.50");
    }
  }

  @Test
  void amountsOfTheOtherStyleAreRefusedAndNeverTakenForOthers() throws IOException {
    String dutch = content("bunq.csv").replace("1,210.00", "1.210,00").replace("1,234.50", "12,34");
    assertThat(problem(dutch.getBytes(StandardCharsets.UTF_8))).isEqualTo("WRONG_AMOUNT");
  }

  private static List<CanonicalRecord> read(String file, String name) throws IOException {
    byte[] bytes = bytes(file);
    Descriptions carried = new Descriptions(List::of);
    assertThat(carried.detect(bytes)).as(file + " is recognised").isPresent();
    DescriptionFile own =
        new DescriptionFile(
            "own.yaml",
            ("description: own\nextends: " + name + "\nconstants: {account: " + ACCOUNT + "}\n")
                .getBytes(StandardCharsets.UTF_8));
    boolean says = accounts(carried.detect(bytes).orElseThrow(), bytes);
    Descriptions used = says ? carried : new Descriptions(() -> List.of(own));
    return records(used.detect(bytes).orElseThrow(), bytes);
  }

  /** Whether the file names its account; where it does not, it says so. */
  private static boolean accounts(Detected detected, byte[] bytes) throws IOException {
    try {
      records(detected, bytes);
      return true;
    } catch (Untranslatable refused) {
      assertThat(refused.problem().code()).isEqualTo("MISSING_ACCOUNT");
      return false;
    }
  }

  private static String problem(byte[] bytes) throws IOException {
    try {
      return records(new Descriptions(List::of).detect(bytes).orElseThrow(), bytes).toString();
    } catch (Untranslatable refused) {
      return refused.problem().code();
    }
  }

  private static List<CanonicalRecord> records(Detected detected, byte[] bytes) throws IOException {
    List<CanonicalRecord> records = new ArrayList<>();
    detected.translator().translate(new ByteArrayInputStream(bytes), "file", records::add);
    return records;
  }

  private static <T extends CanonicalRecord> List<T> all(
      List<CanonicalRecord> records, Class<T> type) {
    return records.stream().filter(type::isInstance).map(type::cast).toList();
  }

  private static Payment one(List<Payment> payments, Direction direction) {
    return payments.stream().filter(each -> each.direction() == direction).findAny().orElseThrow();
  }

  private static @Nullable String key(Payment payment) {
    AccountId account = payment.payerAccount();
    return account == null ? null : account.key();
  }

  private static String content(String file) throws IOException {
    return new String(bytes(file), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String file) throws IOException {
    try (InputStream stream = CarriedBanksTest.class.getResourceAsStream("/csv/banks/" + file)) {
      return Objects.requireNonNull(stream, file).readAllBytes();
    }
  }
}
