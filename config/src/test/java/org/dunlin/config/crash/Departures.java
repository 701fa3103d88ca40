package org.dunlin.config.crash;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.dunlin.config.crash.Books.Leaving;
import org.dunlin.sandbox.mailbox.Mail;

/** What must be so of all that left the hub, by what the world outside received. */
final class Departures {
  private static final Set<String> ENDED = Set.of("SENT", "UNKNOWN", "CANCELLED");

  private final Outside outside;
  private final List<Leaving> mails;
  private final List<Leaving> files;

  Departures(Outside outside, Books books) {
    this.outside = outside;
    List<Leaving> effects = books.effects();
    mails = effects.stream().filter(effect -> effect.kind().equals("EMAIL")).toList();
    files = effects.stream().filter(effect -> effect.kind().equals("STATUS_FILE")).toList();
  }

  void hold() throws IOException {
    everyMessageIsSentUnknownOrWithdrawnWithItsReason();
    whatIsSentWasReceivedOnce();
    nothingElseWasReceived();
    statusFilesAreThereOnceAndWhole();
  }

  /** Messages of which the hub does not know whether they have left. */
  List<String> unknown() {
    return mails.stream().filter(mail -> mail.state().equals("UNKNOWN")).map(Leaving::id).toList();
  }

  private void everyMessageIsSentUnknownOrWithdrawnWithItsReason() {
    assertThat(mails)
        .isNotEmpty()
        .allSatisfy(
            mail -> {
              assertThat(mail.state()).isIn(ENDED);
              assertThat(mail.state().equals("SENT") || mail.reason() != null)
                  .as("reason of %s", mail)
                  .isTrue();
            });
  }

  private void whatIsSentWasReceivedOnce() {
    assertThat(received())
        .doesNotHaveDuplicates()
        .containsAll(
            mails.stream().filter(m -> m.state().equals("SENT")).map(Leaving::id).toList());
  }

  private void nothingElseWasReceived() {
    Set<String> mayHaveLeft =
        mails.stream()
            .filter(mail -> !mail.state().equals("CANCELLED"))
            .map(Leaving::id)
            .collect(Collectors.toSet());
    assertThat(mayHaveLeft).containsAll(received());
  }

  private List<String> received() {
    return outside.mails().stream().map(Departures::effect).toList();
  }

  private static String effect(Mail mail) {
    return mail.headers().stream()
        .filter(header -> header.name().equalsIgnoreCase("X-Dunlin-Effect"))
        .map(Mail.Header::value)
        .collect(Collectors.joining(","));
  }

  private void statusFilesAreThereOnceAndWhole() throws IOException {
    assertThat(files).isNotEmpty().extracting(Leaving::state).containsOnly("SENT");
    assertThat(outside.written())
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(
            files.stream().map(file -> requireNonNull(file.fileName())).toList());
    for (Leaving file : files) {
      Path written = outside.out().resolve(requireNonNull(file.fileName()));
      assertThat(Files.readString(written)).isEqualTo(file.content());
    }
  }
}
