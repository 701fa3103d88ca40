package org.dunlin.routes.road;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.nio.charset.StandardCharsets;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.dunlin.core.road.HostKey;
import org.dunlin.core.road.Road;

/** An SFTP server as Camel reaches it, but for the host key, which must be one that was given. */
final class SftpServer extends SftpEndpoint {
  private static final String STRICT = "StrictHostKeyChecking";

  private final GivenHostKeys keys;

  private SftpServer(
      String address, SftpComponent component, SftpConfiguration server, GivenHostKeys keys) {
    super(address, component, server);
    this.keys = keys;
  }

  /**
   * The server of a road.
   *
   * @param address under which Camel finds the endpoint; it names neither host nor user
   */
  static SftpServer of(CamelContext camel, String address, Road road, Patience patience) {
    SftpConfiguration server = new SftpConfiguration();
    Servers.configure(server, road, patience);
    server.setUseUserKnownHostsFile(false);
    server.setStrictHostKeyChecking("yes");
    server.setPreferredAuthentications("publickey,password,keyboard-interactive");
    server.setServerMessageLoggingLevel(LoggingLevel.DEBUG);
    server.setJschLoggingLevel(LoggingLevel.ERROR);
    road.secret("privateKey")
        .map(PrivateKeyText::whole)
        .ifPresent(key -> server.setPrivateKey(key.getBytes(StandardCharsets.UTF_8)));
    road.secret("passphrase").ifPresent(server::setPrivateKeyPassphrase);
    GivenHostKeys keys =
        new GivenHostKeys(road.server(), HostKey.all(road.setting("hostKey").orElse("")));
    SftpComponent component = camel.getComponent("sftp", SftpComponent.class);
    return new SftpServer(address, component, server, keys);
  }

  /** How the server is known. */
  GivenHostKeys keys() {
    return keys;
  }

  @Override
  @SuppressWarnings("rawtypes") // as Camel declares it
  public RemoteFileOperations<SftpRemoteFile> createRemoteFileOperations() {
    SftpOperations operations = new Checked(keys);
    operations.setEndpoint(this);
    return operations;
  }

  /** Speaks with no server that shows another key. */
  private static final class Checked extends SftpOperations {
    private final GivenHostKeys keys;

    Checked(GivenHostKeys keys) {
      this.keys = keys;
    }

    @Override
    protected Session createSession(RemoteFileConfiguration server) throws JSchException {
      Session session = super.createSession(server);
      session.setHostKeyRepository(keys);
      session.setConfig(STRICT, "yes");
      keys.algorithms().ifPresent(these -> session.setConfig("server_host_key", these));
      return session;
    }

    @Override
    public boolean connect(RemoteFileConfiguration server, Exchange exchange) {
      try {
        return super.connect(server, exchange);
      } catch (RuntimeException e) {
        throw keys.refusal().<RuntimeException>map(RefusedServer::new).orElse(e);
      }
    }
  }
}
