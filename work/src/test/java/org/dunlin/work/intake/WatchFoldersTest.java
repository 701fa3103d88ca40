package org.dunlin.work.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.company.Connection;
import org.dunlin.work.TestHub;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process watches the folders that it holds, and nobody's else. */
class WatchFoldersTest {
  private final TestHub hub = TestHub.with(DunningMode.SHADOW);
  private final WatchFolders folders = new WatchFolders(hub.stores);

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void aFolderThatNobodyHoldsIsTakenAndKept() {
    assertThat(folders.held()).containsExactly(books());
    assertThat(folders.held()).containsExactly(books());
  }

  @Test
  void aFolderThatAnotherProcessHoldsIsLeftToItUntilItsLeaseIsOver() {
    WatchFolders other = new WatchFolders(hub.anotherProcess());
    other.held();
    assertThat(folders.held()).isEmpty();
    hub.afterTheLease();

    assertThat(folders.held()).containsExactly(books());
    assertThat(other.held()).isEmpty();
  }

  @Test
  void aPausedFolderIsNotWatched() {
    hub.decisions.pause("acme", TestHub.CONNECTION, true, "anna");
    assertThat(folders.held()).isEmpty();
    hub.decisions.pause("acme", TestHub.CONNECTION, false, "anna");

    assertThat(folders.held()).containsExactly(books());
  }

  @Test
  void connectionsOfOtherProgramsAndFoldersWithoutAPathAreNotWatched() {
    hub.stores
        .connections()
        .put(new Connection("acme", "shop", "webshop", Map.of("path", "x"), false));
    hub.stores.connections().put(new Connection("acme", "nowhere", "folder", Map.of(), false));

    assertThat(folders.held()).containsExactly(books());
  }

  private static WatchedFolder books() {
    return new WatchedFolder("acme", TestHub.CONNECTION, "folder-of-acme");
  }
}
