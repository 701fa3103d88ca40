package org.dunlin.connectors.pain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dunlin.connectors.pain.DebitFile.Creditor;
import org.dunlin.connectors.pain.DebitLine.Was;
import org.dunlin.connectors.pain.ReadBack.Debit;
import org.dunlin.core.debit.SequenceType;
import org.dunlin.core.model.MandateScheme;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a bank is told of mandates that were amended, and how names are written. */
class DebitWriterTest {
  private static final String NOW = "NL91ABNA0417164300";

  private static Debit written(
      String flavour, PainVersion version, @Nullable Was was, String holder) throws Exception {
    DebitLine line =
        new DebitLine(
            "E1",
            Money.parse("EUR 12.34"),
            "M-1",
            LocalDate.of(2026, 1, 2),
            was,
            holder,
            NOW,
            null,
            "2026-0042");
    DebitFile file =
        new DebitFile(
            "MSG",
            LocalDateTime.of(2026, 11, 24, 9, 0),
            new Creditor("Acme", "NL44RABO0123456789", null, "NL98ZZZ999999990000"),
            null,
            List.of(
                new DebitBatch(
                    "MSG-1",
                    MandateScheme.CORE,
                    SequenceType.RCUR,
                    LocalDate.of(2026, 12, 1),
                    true,
                    List.of(line))));
    String text = DebitWriter.write(file, version, Flavours.of(flavour).orElseThrow());
    return ReadBack.of(text).batches().getFirst().debits().getFirst();
  }

  @Test
  void aMandateAsItWasSignedIsNotAmended() throws Exception {
    Debit debit = written("epc", PainVersion.V001_08, null, "A");
    assertThat(debit.amended()).isFalse();
    assertThat(debit.formerMandate()).isNull();
    assertThat(debit.formerAccount()).isNull();
  }

  @Test
  void anotherReferenceIsToldWithTheFormerOne() throws Exception {
    Debit debit = written("epc", PainVersion.V001_08, new Was("OLD-1", null), "A");
    assertThat(debit.amended()).isTrue();
    assertThat(debit.formerMandate()).isEqualTo("OLD-1");
    assertThat(debit.formerAccount()).isNull();
  }

  @Test
  void anotherAccountAtTheSameBankIsToldWithTheFormerOne() throws Exception {
    assertThat(
            written("epc", PainVersion.V001_08, new Was(null, "NL02ABNA0123456789"), "A")
                .formerAccount())
        .isEqualTo("NL02ABNA0123456789");
  }

  @ParameterizedTest
  @CsvSource({"epc,V001_08,SMNDA", "dk,V001_02,SMNDA", "dk-old,V003_02,SMNDA (agent)"})
  void anAccountAtAnotherBankIsToldAsNewWhereTheFlavourWantsIt(
      String flavour, PainVersion version, String told) throws Exception {
    assertThat(
            written(flavour, version, new Was(null, "DE89370400440532013000"), "A").formerAccount())
        .isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "epc|Müller & Söhne|Muller + Sohne",
        "dk|Müller & Söhne|Mueller + Soehne",
        "dk|Straße|Strasse",
        "epc|Straße|Strase",
        "epc|Crème brûlée; 5 €|Creme brulee, 5 E",
        "epc|Łódź Øre Þór|Lodz Ore Tor",
        "epc|Αθήνα|Athina",
        "epc|Фирма|Firma",
        "epc|/a//b/|a/b",
        "epc|日本|..",
      })
  void namesAreWrittenInTheCharactersThatEveryBankTakes(String flavour, String name, String written)
      throws Exception {
    assertThat(written(flavour, PainVersion.V001_02, null, name).holder()).isEqualTo(written);
  }

  @Test
  void aBankThatIsNotKnownIsNotNamed() throws Exception {
    assertThat(written("epc", PainVersion.V001_02, null, "A").bic()).isNull();
  }
}
