package org.dunlin.store.postgres;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Tells the processes of one cluster from all others, so that a process id that the system gave to
 * somebody else in the meantime is not mistaken for a server of ours.
 */
record ClusterProcesses(DataDirectory directory, Platform platform) {

  enum Verdict {
    OURS,
    FOREIGN,
    UNKNOWN
  }

  List<ProcessHandle> running() {
    return ProcessHandle.allProcesses()
        .filter(process -> verdict(process) == Verdict.OURS)
        .toList();
  }

  Verdict verdict(ProcessHandle process) {
    return platform.isLinux() ? byWorkingDirectory(process) : byProgram(process);
  }

  /** Every process of a PostgreSQL server works in the folder of its cluster. */
  private Verdict byWorkingDirectory(ProcessHandle process) {
    var folder = Path.of("/proc", Long.toString(process.pid()));
    try {
      var program = Files.readSymbolicLink(folder.resolve("exe"));
      return program.getFileName().toString().startsWith("postgres")
              && Files.readSymbolicLink(folder.resolve("cwd")).equals(directory.cluster())
          ? Verdict.OURS
          : Verdict.FOREIGN;
    } catch (AccessDeniedException hidden) {
      return Verdict.UNKNOWN;
    } catch (IOException ended) {
      // Ended, a zombie, or a thread of the kernel: none has a program.
      return Verdict.FOREIGN;
    }
  }

  /** Elsewhere: its program lies in the data directory, or it was started on the cluster. */
  private Verdict byProgram(ProcessHandle process) {
    var information = process.info();
    var program = information.command();
    if (program.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    var file = Path.of(program.get());
    var isServer = file.getFileName().toString().startsWith("postgres");
    var onCluster =
        information
            .arguments()
            .map(words -> Arrays.asList(words).contains(directory.cluster().toString()))
            .orElse(false);
    return isServer && (file.startsWith(directory.postgres()) || onCluster)
        ? Verdict.OURS
        : Verdict.FOREIGN;
  }
}
