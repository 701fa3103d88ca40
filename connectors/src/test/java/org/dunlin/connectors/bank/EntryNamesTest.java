package org.dunlin.connectors.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.dunlin.connectors.Scratch;
import org.dunlin.core.model.AccountId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two entries never have one name, and the same entry has the same name again. */
class EntryNamesTest {
  private static final AccountId ACCOUNT = AccountId.ofIban("NL44RABO0123456789");

  private EntryNames names = new EntryNames(new Occurrences(Scratch.MEMORY), "s");

  @BeforeEach
  void anotherFile() {
    names = new EntryNames(new Occurrences(Scratch.MEMORY), "s");
  }

  private String name(String reference) {
    return names.byReference(ACCOUNT, reference, false);
  }

  @Test
  void aReferenceThatLooksLikeTheSecondOfAnotherIsNotTakenForIt() {
    Set<String> all = new HashSet<>();
    all.add(name("K"));
    all.add(name("K/2"));
    all.add(name("K"));
    all.add(name("K/2"));
    all.add(name("K/reversal"));
    all.add(names.byReference(ACCOUNT, "K", true));

    assertThat(all).hasSize(6);
  }

  @Test
  void whatCameBeforeItChangesNoName() {
    String alone = name("K/2");
    anotherFile();
    name("K");
    name("K");

    assertThat(name("K/2")).isEqualTo(alone);
  }

  @Test
  void mostReferencesStandInTheirNamesAsTheyAre() {
    assertThat(name("2026/11/20-A")).isEqualTo("NL44RABO0123456789/2026/11/20-A");
  }
}
