package org.dunlin.routes.road;

import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.FtpsComponent;
import org.apache.camel.component.file.remote.FtpsConfiguration;
import org.apache.camel.component.file.remote.FtpsEndpoint;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;
import org.dunlin.core.road.Road;

/**
 * An FTPS server as Camel reaches it, but for its certificate, which must be vouched for and carry
 * the server's name; by itself the client would only look whether it has expired. Control and data
 * are both encrypted (RFC 4217, PBSZ 0 and PROT P).
 */
final class FtpsServer extends FtpsEndpoint {
  private final Road road;

  private FtpsServer(String address, FtpsComponent component, FtpsConfiguration server, Road road) {
    super(address, component, server);
    this.road = road;
  }

  /**
   * The server of a road.
   *
   * @param address under which Camel finds the endpoint; it names neither host nor user
   */
  static FtpsServer of(CamelContext camel, String address, Road road, Patience patience) {
    FtpsConfiguration server = new FtpsConfiguration();
    Servers.configure(server, road, patience);
    server.setImplicit(implicit(road));
    server.setSecurityProtocol("TLS");
    server.setExecPbsz(0L);
    server.setExecProt("P");
    server.setDisableSecureDataChannelDefaults(false);
    return new FtpsServer(address, camel.getComponent("ftps", FtpsComponent.class), server, road);
  }

  private static boolean implicit(Road road) {
    return road.setting("security").filter("implicit"::equals).isPresent();
  }

  @Override
  protected FTPClient createFtpClient() {
    FTPSClient client = new FTPSClient(implicit(road), Trust.of(road));
    client.setEndpointCheckingEnabled(true);
    client.setControlEncoding("UTF-8");
    return client;
  }
}
