package org.dunlin.store.postgres;

import java.io.IOException;

/** Everything that must be so before the server can start, done with the lock held. */
record Preparation(EmbeddedPostgresSettings settings, DataDirectory directory) {

  Server run() throws IOException {
    var cluster = new Cluster(directory);
    cluster.checkVersion();
    var server = server();
    Passwords.readOrMake(directory.supervisorPassword());
    server.launcher().handOver(directory.postgres());
    server.tryOut();
    Leftovers.of(server).remove();
    if (settings.programs().isEmpty()) {
      BundledPrograms.removeOthers(server.programs());
    }
    if (!cluster.exists()) {
      cluster.create(server);
    }
    return server;
  }

  private Server server() throws IOException {
    var platform = Platform.current();
    var programs =
        BundledPrograms.of(platform).unpackInto(settings.programs().orElse(directory.home()));
    var launcher = Launcher.suitable(platform, directory);
    return new Server(settings, directory, platform, programs, launcher);
  }
}
