package org.dunlin.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.BadSqlGrammarException;

class CopyingTest {
  @Test
  void whatTheDatabaseRefusesIsSaidInItsWordsAndNotInStatements() {
    StringWriter words = new StringWriter();
    StringWriter data = new StringWriter();
    Copying copying =
        new Copying(new PrintWriter(words), new PrintWriter(data), Path.of("hub.backup"));

    int status =
        copying.attempt(
            () -> {
              throw new BadSqlGrammarException(
                  "PreparedStatementCallback",
                  "delete from customer",
                  new SQLException("ERROR: permission denied for schema public\n  Position: 13"));
            });

    assertThat(status).isEqualTo(1);
    assertThat(words.toString())
        .isEqualToIgnoringNewLines(
            "refused: The database broke it off: ERROR: permission denied for schema public."
                + " Nothing was copied; put that right and try again.");
    assertThat(data.toString())
        .contains("\"BROKEN_OFF\"", "permission denied for schema public")
        .doesNotContain("PreparedStatementCallback", "delete from", "Position");
  }
}
