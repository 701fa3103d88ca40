package org.dunlin.connectors.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.core.model.Payment;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;

class ProposalTest {
  private static final String CLEAR =
      "Rekening;Boekdatum;Bedrag;Saldo;Naam;Omschrijving;Munt\n"
          + "NL44RABO0123456789;18-11-2026;-1.234,50;8.765,50;Jansen;factuur 42;EUR\n"
          + "NL44RABO0123456789;19-11-2026;10,00;8.775,50;Bakker;factuur 43;EUR\n";

  @Test
  void aFileThatSaysAllProposesADescriptionThatReadsIt() {
    String yaml = proposed(CLEAR);

    assertThat(yaml).doesNotContain("\"?\"\n").doesNotContain("# Question");
    List<Payment> payments = new Reading(yaml).records(CLEAR, Payment.class);
    assertThat(payments)
        .extracting(
            payment -> payment.direction() + " " + payment.amount() + " " + payment.bookingDate())
        .containsExactly("OUT EUR 1234.50 2026-11-18", "IN EUR 10.00 2026-11-19");
    assertThat(payments.getFirst().payerName()).isEqualTo("Jansen");
  }

  @Test
  void aDayThatMayBeTwoStaysAQuestion() {
    String file = CLEAR.replace("18-11-2026", "01/02/2026").replace("19-11-2026", "02/03/2026");

    assertThat(proposed(file))
        .contains("dates: \"?\"")
        .contains("01/02/2026 stands there, which may be dd/MM/yyyy or MM/dd/yyyy");
    assertThat(faults(proposed(file)))
        .anySatisfy(fault -> assertThat(fault.sentence()).contains("still a question"));
  }

  @Test
  void anAmountThatMayBeTwoStaysAQuestion() {
    String file =
        CLEAR.replace("-1.234,50;8.765,50", "-1.234;8.766").replace("10,00;8.775,50", "10;8.776");

    assertThat(proposed(file)).contains("decimal: \"?\"").contains("which mark is before decimals");
  }

  @Test
  void whatTheFileDoesNotSayStaysAQuestion() {
    String file = "Date,Amount,Text\n2026-11-18,1.50,a\n2026-11-19,2.50,b\n";

    assertThat(proposed(file))
        .contains("account: \"?\"")
        .contains("currency: \"?\"")
        .contains("positive: \"?\"");
  }

  @Test
  void marksAreForAPersonToNameUnlessTheyMeanTheSameEverywhere() {
    String file =
        "Datum;Bedrag (EUR);Af Bij;Rekening;Omschrijving\n20261118;1,50;Af;NL44RABO0123456789;a\n";

    assertThat(proposed(file))
        .contains("marks: {debit: \"Af\", credit: \"Bij\"}")
        .contains("Bedrag ({currency})");
    for (String unknown : List.of("X", "af en bij", "")) {
      assertThat(proposed(file.replace(";Af;", ";" + unknown + ";")))
          .contains("marks: {debit: \"?\", credit: \"?\"}")
          .contains("which words of the mark are debit and credit");
    }
  }

  @Test
  void balancesThatDoNotProveAnAmountLeaveItAQuestion() {
    String file = "1\tEUR\t20261118\t10,00\t8,00\t-2,00\n1\tEUR\t20261119\t8,00\t9,00\t1,50\n";

    assertThat(proposed(file)).contains("which column is the amount");
    assertThat(proposed(file.replace("1,50", "1,00"))).contains("amount: 6", "balance: 5");
  }

  @Test
  void invoicesAndCustomersAreToldFromStatements() {
    assertThat(
            proposed(
                "Invoice Number,Client,Invoice Date,Total,Currency\n"
                    + "1,Jansen,2026-11-18,1.50,EUR\n"))
        .contains("kind: invoices");
    assertThat(proposed("Name,Email,City,Country\nJansen,a@example.nl,Delft,NL\n"))
        .contains("kind: customers");
  }

  @Test
  void theProblemSaysHowToAcceptItAndWhatComesNear() {
    Problem problem =
        Descriptions.carried()
            .unknown(
                bytes("Booked At;Text;Credit/Debit Amount;Balance\n2026-11-18;a;1;2\n"), "file.csv")
            .orElseThrow();

    assertThat(problem.code()).isEqualTo("UNKNOWN_CSV");
    assertThat(problem.position()).isEqualTo("line 1");
    assertThat(problem.message())
        .contains("--propose")
        .contains("raiffeisen-ch but lacks the columns Valuta Date");
  }

  @Test
  void whatIsNoTableProposesNothing() {
    assertThat(Descriptions.proposed(bytes("Dear Sir,\n\nplease pay.\n"), "x")).isEmpty();
    assertThat(Descriptions.proposed(new byte[0], "x")).isEmpty();
  }

  @Test
  void namesThatAreNoYamlAreQuoted() {
    String file = "Date;\"Amount \"\"net\"\" \\ #1: x\";Text;Balance\n2026-11-18;-1.50;a;2.00\n";

    assertThat(faults(proposed(file)))
        .allSatisfy(fault -> assertThat(fault.sentence()).contains("still a question"));
  }

  private static String proposed(String file) {
    return Descriptions.proposed(bytes(file), "test").orElseThrow();
  }

  private static List<Fault> faults(String yaml) {
    Optional<DescriptionFile> file = Optional.of(new DescriptionFile("test.yaml", bytes(yaml)));
    return new Descriptions(() -> file.stream().toList()).faults();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
