package org.dunlin.work.translate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dunlin.connectors.Detection;
import org.dunlin.connectors.csv.DescriptionFile;
import org.dunlin.connectors.csv.Descriptions;
import org.dunlin.core.dunning.Coverage;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Abilities;
import org.dunlin.core.port.Checkpoint;
import org.dunlin.work.LedgerSnapshot;
import org.dunlin.work.TestHub;
import org.dunlin.work.TestHub.Seen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Banks' CSV on its way to the ledger, by a description of the hub's own folder. */
class CsvDeliveryTest {
  private static final String THEIRS = "NL91ABNA0417164300";
  private static final String DESCRIPTION =
      """
      description: test
      title: Test bank
      kind: statement
      delimiter: ";"
      columns: {account: Account, bookingDate: Date, amount: Amount, balance: {optional: Balance}, remittance: Text}
      constants: {currency: EUR}
      dates: yyyy-MM-dd
      numbers: {decimal: "."}
      balances: cover
      """;

  private static final String NAMED =
      DESCRIPTION.replace("remittance: Text}", "remittance: Text, id: Number, payerName: Name}");

  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  @TempDir private Path folder;

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aDescriptionThatIsDroppedInReadsTheNextFile() throws IOException {
    offer(rows(TestHub.IBAN));
    assertThat(only().reasonCode()).isEqualTo("UNKNOWN_CSV");

    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    hub.decisions.replay("acme", only().id(), "anna");
    settle();

    assertThat(only().state()).isEqualTo("APPLIED");
    assertThat(LedgerSnapshot.of(hub.jdbc(), "acme")).hasSize(2);
  }

  @Test
  void withoutBalancesNoDayIsCovered() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    offer(rows(TestHub.IBAN));

    assertThat(Coverage.coveredTo(hub.stores.statements().byAccount("acme"))).isEmpty();
  }

  @Test
  void aLaterExportOfTheSameDayBringsOnlyWhatIsNew() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    offer(balanced(""));
    offer(balanced(TestHub.IBAN + ";2026-11-20;4.00;10.00;d\n"));

    assertThat(hub.deliveries()).extracting(Seen::state).containsExactly("APPLIED", "APPLIED");
    assertThat(
            LedgerSnapshot.of(hub.jdbc(), "acme").stream()
                .filter(line -> line.startsWith("payment")))
        .hasSize(4);
  }

  @Test
  void anEntryThatAnEarlierReaderReadWithLessOfItsTextIsKnownAndGetsTheRest() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    String marked = rows(TestHub.IBAN).replace(";b\n", ";/EREF/E-1/NAME/Jan/REMI/thanks\n");
    offer(marked);
    hub.sql(
        "update payment set content = decode('01', 'hex'), record = record - 'payerName' - 'endToEndId'");
    hub.sql(
        "update payment set record = record || '{\"creditorReference\": \"RF1\"}' where amount = 1");
    offer(marked + TestHub.IBAN + ";2026-11-20;4.00;d\n");

    assertThat(hub.deliveries()).extracting(Seen::state).containsExactly("APPLIED", "APPLIED");
    assertThat(
            hub.jdbc()
                .sql(
                    "select record ->> 'endToEndId' || ' ' || (record ->> 'payerName') from payment where amount = 2")
                .query(String.class)
                .single())
        .isEqualTo("E-1 Jan");
    assertThat(LedgerSnapshot.of(hub.jdbc(), "acme")).hasSize(3);
  }

  @Test
  void anEntryThatItsBankNamesIsTheSameHoweverItIsWorded() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), NAMED);
    offer(named("invoice 1", ""));
    offer(named("Rechnung 1", ""));
    offer(named("factuur 1", TestHub.IBAN + ";2026-11-21;4.00;10.00;d;74;Jan\n"));

    assertThat(hub.deliveries()).extracting(Seen::state).containsOnly("APPLIED");
    assertThat(
            LedgerSnapshot.of(hub.jdbc(), "acme").stream()
                .filter(line -> line.startsWith("payment")))
        .hasSize(4);
  }

  @Test
  void anEntryThatItsBankNamesContradictsWhereTheMoneyOrTheDayIsAnother() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), NAMED);
    offer(named("invoice 1", ""));
    offer(
        named("invoice 1", "").replace("2.00;3.00", "2.50;3.50").replace("3.00;6.00", "3.00;6.50"));
    offer(named("invoice 1", "").replace("2026-11-18", "2026-11-17"));

    assertThat(hub.deliveries())
        .extracting(Seen::reasonCode)
        .containsExactly(null, "ENTRY_CONTRADICTED", "ENTRY_CONTRADICTED");
  }

  @Test
  void entriesOfAnAccountThatNobodyHasAreAProblemAlsoWithoutAStatement() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    offer(rows(THEIRS));

    assertThat(only().state()).isEqualTo("QUARANTINED");
    assertThat(only().reasonCode()).isEqualTo("UNKNOWN_ACCOUNT");
    assertThat(only().reason()).contains(THEIRS);
  }

  @Test
  void entriesOfAnotherCompanyAreHandedOverAlsoWithoutAStatement() throws IOException {
    hub.company("other", DunningMode.SHADOW, null, THEIRS);
    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    offer(rows(TestHub.IBAN) + rows(THEIRS).substring("Account;Date;Amount;Text\n".length()));

    assertThat(hub.deliveries()).extracting(Seen::state).containsExactly("APPLIED");
    assertThat(hub.deliveries("other")).extracting(Seen::state).containsExactly("APPLIED");
    assertThat(LedgerSnapshot.of(hub.jdbc(), "acme")).hasSize(2);
    assertThat(LedgerSnapshot.of(hub.jdbc(), "other")).hasSize(2);
  }

  @Test
  void onlyFilesThatMayBeDescriptionsAreRead() throws IOException {
    Files.writeString(folder.resolve("test.yaml"), DESCRIPTION);
    Files.writeString(folder.resolve("notes.txt"), DESCRIPTION);
    Files.writeString(folder.resolve(".hidden.yaml"), DESCRIPTION);
    Files.createDirectory(folder.resolve("folder.yaml"));
    Files.createSymbolicLink(folder.resolve("link.yaml"), folder.resolve("test.yaml"));

    assertThat(new DescriptionFolder(folder).get())
        .extracting(DescriptionFile::name)
        .containsExactly("test.yaml");
    assertThat(new DescriptionFolder(folder.resolve("nowhere")).get()).isEmpty();
  }

  private static String rows(String account) {
    return "Account;Date;Amount;Text\n"
        + (account + ";2026-11-18;1.00;a\n")
        + (account + ";2026-11-19;2.00;b\n");
  }

  private static String balanced(String more) {
    return "Account;Date;Amount;Balance;Text\n"
        + (TestHub.IBAN + ";2026-11-18;1.00;1.00;a\n")
        + (TestHub.IBAN + ";2026-11-19;2.00;3.00;b\n")
        + (TestHub.IBAN + ";2026-11-20;3.00;6.00;c\n")
        + more;
  }

  private static String named(String text, String more) {
    return "Account;Date;Amount;Balance;Text;Number;Name\n"
        + (TestHub.IBAN + ";2026-11-18;1.00;1.00;" + text + ";71;" + text + " Jansen\n")
        + (TestHub.IBAN + ";2026-11-19;2.00;3.00;b;72;Jan\n")
        + (TestHub.IBAN + ";2026-11-20;3.00;6.00;c;73;Jan\n")
        + more;
  }

  private void offer(String file) {
    hub.offer("file.csv", file.getBytes(UTF_8));
    settle();
  }

  private void settle() {
    Detection files = new Detection(new Descriptions(new DescriptionFolder(folder)));
    TranslateDelivery translate =
        new TranslateDelivery(
            hub.stores, files, FolderTranslators.NONE, Checkpoint.NONE, Abilities.NONE);
    TestHub.drain(translate::next);
  }

  private Seen only() {
    List<Seen> seen = hub.deliveries();
    assertThat(seen).hasSize(1);
    return seen.getFirst();
  }
}
