package org.dunlin.config.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.dunlin.core.json.CanonicalWriter;
import org.dunlin.core.model.Problem;
import org.dunlin.store.UnusableDatabase;
import org.dunlin.store.backup.Progress;
import org.dunlin.store.backup.RefusedBackup;
import org.dunlin.store.postgres.PostgresFailure;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What backup and restore tell: words on standard error, and where one is refused its problem on
 * standard output.
 */
record Copying(PrintWriter words, PrintWriter data, Path file) {
  private static final long TOLD_FROM_BYTES = 64L << 20;
  private static final long MEGA = 1L << 20;

  static Copying of(@Nullable CommandSpec specification, Path file) {
    if (specification == null) {
      throw new IllegalStateException("the command line has not been parsed");
    }
    return new Copying(
        specification.commandLine().getErr(), specification.commandLine().getOut(), file);
  }

  /** Does it; the exit status. */
  int attempt(Runnable copy) {
    try {
      copy.run();
      return 0;
    } catch (RefusedBackup e) {
      return refused(e.code().name(), e);
    } catch (PostgresFailure e) {
      return refused(e.code().name(), e);
    } catch (UnusableDatabase e) {
      return refused("DATABASE_UNUSABLE", e);
    } catch (DataAccessException e) {
      return refused("BROKEN_OFF", sentence(e));
    } catch (RuntimeException e) {
      return refused("BROKEN_OFF", e);
    }
  }

  /** What the server says, and not what it was asked. */
  private static String sentence(DataAccessException e) {
    String server = String.valueOf(e.getMostSpecificCause().getMessage());
    return "The database broke it off: "
        + server.lines().findFirst().orElse("it does not say why")
        + ". Nothing was copied; put that right and try again.";
  }

  private int refused(String code, RuntimeException e) {
    return refused(code, String.valueOf(e.getMessage()));
  }

  private int refused(String code, String sentence) {
    words.println("refused: " + sentence);
    data.println(CanonicalWriter.line(new Problem(file.toString(), null, code, sentence)));
    return 1;
  }

  /** Tells of what is large. */
  Progress progress() {
    return (doing, bytes) -> {
      if (bytes >= TOLD_FROM_BYTES) {
        words.println(doing + ": " + size(bytes));
      }
    };
  }

  static String size(long bytes) {
    return bytes < MEGA ? bytes / 1024 + " KB" : bytes / MEGA + " MB";
  }

  static String companies(int count) {
    return count == 1 ? "1 company" : count + " companies";
  }
}
