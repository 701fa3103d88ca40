package org.dunlin.bench.intake;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.dunlin.store.secret.DataKey;

/**
 * The least that keeping bytes can cost: each a row of the table of raw bytes, and a commit. They
 * are sealed before, since that makes them as long as those of the route and as hard to compress.
 */
final class BareRows implements Consumer<byte[]> {
  private final DataSource pool;
  private final DataKey key = DataKey.random();
  private final LocalDate month = LocalDate.now(ZoneOffset.UTC).withDayOfMonth(1);

  BareRows(DataSource pool) {
    this.pool = pool;
  }

  @Override
  public void accept(byte[] content) {
    try (Connection connection = pool.getConnection();
        PreparedStatement row =
            connection.prepareStatement("insert into delivery_chunk values (?, ?, ?, ?, ?)")) {
      row.setString(1, "bare");
      row.setObject(2, month);
      row.setObject(3, UuidCreator.getTimeOrderedEpoch());
      row.setInt(4, 0);
      row.setBytes(5, key.sealPart(0, content, "bare"));
      row.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a bare row could not be written", e);
    }
  }
}
