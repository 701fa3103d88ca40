package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.dunlin.core.model.Payment;
import org.junit.jupiter.api.Test;

/** The names that entries once got are theirs for ever: the ledger knows them by these. */
class SameNamesTest {
  @Test
  void coda() throws IOException {
    assertThat(names("/fuzz/statement.cod"))
        .containsExactly(
            "BE68539007547034/2026-11-20/2026-11-20/1210.00/abc9674f1b4e6cc60edf/1",
            "BE68539007547034/2026-11-20/2026-11-20/100.00/b35dfe86d0fda8123090/1/1",
            "BE68539007547034/2026-11-20/2026-11-20/100.00/b35dfe86d0fda8123090/1/2",
            "BE68539007547034/2026-11-20/2026-11-20/95.00/b462feba8bd5e888b3cb/1",
            "BE68539007547034/2026-11-20/2026-11-20/95.00/b462feba8bd5e888b3cb/1/charges/1",
            "BE68539007547034/2026-11-20/2026-11-20/-50.00/249596ff5b4f55d19e0c/1");
  }

  @Test
  void cfonb120() throws IOException {
    assertThat(names("/fuzz/statement.cfonb120"))
        .containsExactly(
            "FR7630006000011234567890189/2026-11-20/2026-11-21/1210.00/377f07db9b923492e4e0/1",
            "FR7630006000011234567890189/2026-11-20/2026-11-21/1000.00/7ccfdb466f241c72fd37/1",
            "FR7630006000011234567890189/2026-11-20/2026-11-21/-50.00/27aa544a5b5081c5d749/1",
            "FR7630006000019999999999943/2026-11-20/2026-11-21/-12.50/1a90c60dff8c82f98fd3/1");
  }

  @Test
  void ofx() throws IOException {
    assertThat(names("/fuzz/statement-1.ofx"))
        .containsExactly(
            "0417164300/2026-11-18/-/1210.00/0409b55c735f708abb25/1",
            "0417164300/2026-11-18/-/-5.00/851e64431e2a66c21340/1");
    assertThat(names("/fuzz/statement-2.ofx"))
        .containsExactly(
            "0417164300/2026-11-18/-/1210.00/0409b55c735f708abb25/1",
            "0417164300/2026-11-18/-/-5.00/851e64431e2a66c21340/1");
  }

  private static List<String> names(String file) throws IOException {
    try (InputStream stream = SameNamesTest.class.getResourceAsStream(file)) {
      byte[] bytes = Objects.requireNonNull(stream, file).readAllBytes();
      return new ReadFile(bytes).payments().stream().map(Payment::id).toList();
    }
  }
}
