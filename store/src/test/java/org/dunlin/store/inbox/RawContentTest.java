package org.dunlin.store.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.dunlin.store.Chunks;
import org.dunlin.store.Ids;
import org.dunlin.store.Rows;
import org.dunlin.store.TooLarge;
import org.dunlin.store.inbox.RawContent.Rest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;

/** Raw bytes come back as they were, whatever their number. */
class RawContentTest {
  private static final LocalDate NOVEMBER = LocalDate.of(2026, 11, 1);
  private static final long MOST = 2 << 20;

  private final Rows rows = new Rows();
  private final RawContent content = rows.stores.rawContent();

  @BeforeEach
  void makeRoom() {
    rows.stores.transactions().run(() -> content.makeRoom(NOVEMBER));
  }

  @AfterEach
  void close() {
    rows.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Chunks.SIZE - 1, Chunks.SIZE, Chunks.SIZE + 1, 1 << 20})
  void whatIsWrittenIsReadAgain(int size) throws Exception {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    UUID id = Ids.next();
    write(id, NOVEMBER, new ByteArrayInputStream(bytes), MOST);

    assertThat(column("bytes", Long.class)).isEqualTo(size);
    assertThat(column("sha256", byte[].class))
        .isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
    try (InputStream whole = read(id)) {
      assertThat(whole.readAllBytes()).isEqualTo(bytes);
      assertThat(whole.read()).as("the end stays the end").isEqualTo(-1);
    }
    assertThat(chunks()).isEqualTo((size + Chunks.SIZE - 1) / Chunks.SIZE);
  }

  @Test
  void bytesAreReadOneByOneAndInPiecesAcrossChunks() throws IOException {
    byte[] bytes = new byte[Chunks.SIZE + 3];
    bytes[Chunks.SIZE - 1] = (byte) 0xFF;
    bytes[Chunks.SIZE] = 7;
    UUID id = Ids.next();
    write(id, NOVEMBER, new ByteArrayInputStream(bytes), MOST);
    try (InputStream stream = read(id)) {
      assertThat(stream.skip(Chunks.SIZE - 1)).isEqualTo(Chunks.SIZE - 1);
      assertThat(stream.read()).as("255 and not the end").isEqualTo(255);
      assertThat(stream.read(new byte[10], 0, 0)).isZero();
      assertThat(stream.read()).isEqualTo(7);
      assertThat(stream.readNBytes(10)).hasSize(2);
    }
  }

  @Test
  void aStreamThatComesInDribsBecomesFullChunks() throws IOException {
    byte[] bytes = new byte[Chunks.SIZE * 2];
    InputStream dribbling =
        new ByteArrayInputStream(bytes) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, 1000));
          }
        };
    write(Ids.next(), NOVEMBER, dribbling, MOST);

    assertThat(chunks()).isEqualTo(2);
  }

  @Test
  void asMuchAsIsPermittedIsTakenAndAByteMoreLeavesNothing() throws IOException {
    write(Ids.next(), NOVEMBER, new ByteArrayInputStream(new byte[100]), 100);
    long before = chunks();

    assertThatThrownBy(
            () ->
                rows.stores.transactions().run(() -> tooMuch(Chunks.SIZE + 101, Chunks.SIZE + 100)))
        .isInstanceOf(TooLarge.class);
    assertThat(chunks()).isEqualTo(before);
  }

  @Test
  void whatLiesInTheDatabaseIsNotWhatCameAndAChangedBitIsNoticed() throws IOException {
    UUID id = Ids.next();
    byte[] bytes = "Bakkerij Jansen".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    write(id, NOVEMBER, new ByteArrayInputStream(bytes), MOST);
    assertThat(
            rows.jdbc()
                .sql("select position(:name in content) from delivery_chunk")
                .param("name", bytes)
                .query(Integer.class)
                .single())
        .isZero();

    rows.jdbc()
        .sql("update delivery_chunk set content = set_byte(content, 0, get_byte(content, 0) # 1)")
        .update();
    assertThatThrownBy(() -> read(id).readAllBytes())
        .isInstanceOf(org.dunlin.store.secret.Unreadable.class)
        .hasMessageContaining("was changed");
  }

  @Test
  void aMissingEndIsNotTakenForTheEnd() throws IOException {
    UUID id = Ids.next();
    write(id, NOVEMBER, new ByteArrayInputStream(new byte[Chunks.SIZE + 5]), MOST);
    rows.jdbc().sql("delete from delivery_chunk where part = 1").update();

    assertThatThrownBy(() -> read(id).readAllBytes())
        .isInstanceOf(org.dunlin.store.secret.Unreadable.class)
        .hasMessageContaining("has 262144 bytes where 262149 were written");
  }

  @Test
  void bytesOfTheTimeBeforeThereWereKeysAreReadAsTheyAre() throws IOException {
    UUID id = Ids.next();
    rows.jdbc()
        .sql("insert into delivery_chunk values ('acme', :month, :id, 0, :content)")
        .param("month", NOVEMBER)
        .param("id", id)
        .param("content", new byte[] {1, 2, 3})
        .update();

    assertThat(content.read(Rows.delivery("acme", id, "a", 3)).readAllBytes())
        .containsExactly(1, 2, 3);
  }

  @Test
  void thereIsRoomForAMonthAndTheNextHoweverOftenItIsMade() throws IOException {
    rows.stores.transactions().run(() -> content.makeRoom(NOVEMBER));
    write(NOVEMBER);
    write(LocalDate.of(2026, 12, 1));

    assertThatThrownBy(() -> write(LocalDate.of(2027, 1, 1)))
        .isInstanceOf(DataIntegrityViolationException.class);
    rows.stores.transactions().run(() -> content.makeRoom(LocalDate.of(2026, 12, 31)));
    write(LocalDate.of(2027, 1, 1));
  }

  @Test
  void roomIsMadeWhereverTheHubRuns() {
    Locale before = Locale.getDefault();
    try {
      for (String locale : List.of("ar-EG", "th-TH-u-nu-thai", "fa-IR")) {
        Locale.setDefault(Locale.forLanguageTag(locale));
        rows.stores.transactions().run(() -> content.makeRoom(LocalDate.of(2027, 5, 1)));
      }
    } finally {
      Locale.setDefault(before);
    }
    assertThat(
            rows.jdbc()
                .sql("select to_regclass('delivery_chunk_2027_05') is not null")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private void tooMuch(int bytes, long most) {
    try {
      write(Ids.next(), NOVEMBER, new ByteArrayInputStream(new byte[bytes]), most);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void write(LocalDate month) throws IOException {
    byte[] other = month.toString().getBytes(StandardCharsets.UTF_8);
    write(Ids.next(), month, new ByteArrayInputStream(other), MOST);
  }

  private void write(UUID id, LocalDate month, InputStream stream, long most) throws IOException {
    Pieces pieces = Pieces.of(stream);
    Rest rest = content.write("acme", id, month, pieces, most);
    rows.stores.inbox().accept(Rows.delivery("acme", id, month), pieces.sha256(), rest);
  }

  private <T> T column(String name, Class<T> type) {
    return rows.jdbc().sql("select " + name + " from delivery").query(type).single();
  }

  private InputStream read(UUID id) {
    return content.read(rows.stores.views().deliveries().find("acme", id).orElseThrow().delivery());
  }

  private int chunks() {
    return rows.jdbc().sql("select count(*) from delivery_chunk").query(Integer.class).single();
  }
}
