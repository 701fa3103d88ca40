package org.dunlin.store.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is sealed is opened by its key in its place only, and a changed bit is noticed. */
class SealingTest {
  private final DataKey key = DataKey.random();

  @Property(tries = 200)
  void whatIsSealedIsOpenedAgain(@ForAll byte[] plain, @ForAll int part) {
    assertThat(key.open(key.seal(plain, "acme|1"), "acme|1")).isEqualTo(plain);
    assertThat(key.openPart(part, key.sealPart(part, plain, "acme|1"), "acme|1")).isEqualTo(plain);
  }

  @Property(tries = 200)
  void aChangedBitIsNoticed(@ForAll @Size(min = 1, max = 50) byte[] plain, @ForAll int anywhere) {
    byte[] sealed = key.seal(plain, "acme|1");
    int bit = Math.floorMod(anywhere, (sealed.length - 16) * 8) + 16 * 8;
    sealed[bit / 8] ^= (byte) (1 << (bit % 8));

    assertThatThrownBy(() -> key.open(sealed, "acme|1"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining("acme|1")
        .hasMessageContaining("was changed");
  }

  @Property(tries = 50)
  void textsComeBackInTheirOrderAlsoAbsentOnes(@ForAll List<String> texts) {
    List<@Nullable String> all = new java.util.ArrayList<>(texts);
    all.add(null);
    assertThat(SealedTexts.of(SealedTexts.bytes(all))).isEqualTo(inUtf8(all));
  }

  @Property(tries = 1)
  void cipherTextOfAnotherRowPartOrKeyIsRefused() {
    byte[] plain = {1, 2, 3};
    assertThatThrownBy(() -> key.open(key.seal(plain, "acme|1"), "acme|2"))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> key.openPart(1, key.sealPart(0, plain, "a"), "a"))
        .isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> DataKey.random().open(key.seal(plain, "a"), "a"))
        .isInstanceOf(Unreadable.class);
    assertThat(DataKey.random().sealed(key.seal(plain, "a"))).isFalse();
  }

  @Property(tries = 1)
  void aKeyThatIsNotInTheRingIsNamed() {
    KeyRing other = new KeyRing(List.of(Aes.random(32)));
    byte[] wrapped = other.wrap(key, "acme|1");

    assertThatThrownBy(() -> new KeyRing(List.of(Aes.random(32))).unwrap(wrapped, "acme|1"))
        .isInstanceOf(Unreadable.class)
        .hasMessageContaining(other.newest());
  }

  /** A lone surrogate has no UTF-8 and becomes a question mark, as everywhere in Java. */
  private static List<@Nullable String> inUtf8(List<@Nullable String> texts) {
    return texts.stream()
        .map(
            t ->
                t == null
                    ? null
                    : new String(t.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
        .toList();
  }
}
