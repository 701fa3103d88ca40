package org.dunlin.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dunlin.core.model.CanonicalRecord;
import org.junit.jupiter.api.Test;

class RoundTripTest {
  @Property(tries = 3000)
  void everyRecordIsReadAsItWasWritten(
      @ForAll long seed, @ForAll @IntRange(max = AnyRecord.TYPES - 1) int type) {
    AnyRecord any = new AnyRecord(seed);
    CanonicalRecord company = any.company();
    CanonicalRecord record = any.ofType(type);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CanonicalWriter writer = new CanonicalWriter(out)) {
      writer.write(company);
      writer.write(record);
    }
    assertThat(Reading.of(out.toByteArray())).containsExactly(company, record);
  }

  @Test
  void noTypeOfTheModelIsLeftOut() {
    AnyRecord any = new AnyRecord(1);
    Class<?>[] made = new Class<?>[AnyRecord.TYPES];
    for (int type = 0; type < made.length; type++) {
      made[type] = any.ofType(type).getClass();
    }
    assertThat(made).containsExactlyInAnyOrder(CanonicalRecord.class.getPermittedSubclasses());
  }

  @Property(tries = 500)
  void aRecordIsOneLine(@ForAll long seed, @ForAll @IntRange(max = AnyRecord.TYPES - 1) int type) {
    assertThat(CanonicalWriter.line(new AnyRecord(seed).ofType(type))).doesNotContain("\n", "\r");
  }
}
