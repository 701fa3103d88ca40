package org.dunlin.routes.road;

import java.nio.file.Path;
import java.util.List;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.Listener;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.ssl.SslConfiguration;
import org.apache.ftpserver.ssl.SslConfigurationFactory;
import org.apache.ftpserver.usermanager.ClearTextPasswordEncryptor;
import org.apache.ftpserver.usermanager.PropertiesUserManagerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;

/** The FTPS server of a bank: Apache FtpServer over a folder; data by TLS only. */
final class FtpsServerOfBank implements AutoCloseable {
  static final String USER = "acme";
  static final String PASSWORD = "s3cret of acme";

  private final FtpServer server;
  private final Listener listener;

  FtpsServerOfBank(Path files, Path keys, boolean implicit) {
    SslConfigurationFactory tls = new SslConfigurationFactory();
    tls.setKeystoreFile(keys.toFile());
    tls.setKeystoreType("PKCS12");
    tls.setKeystorePassword(Certificates.PASSWORD);
    tls.setKeyPassword(Certificates.PASSWORD);
    tls.setKeyAlias("server");
    SslConfiguration configuration = tls.createSslConfiguration();
    DataConnectionConfigurationFactory data = new DataConnectionConfigurationFactory();
    data.setSslConfiguration(configuration);
    data.setImplicitSsl(implicit);
    ListenerFactory listening = new ListenerFactory();
    listening.setServerAddress("127.0.0.1");
    listening.setPort(0);
    listening.setSslConfiguration(configuration);
    listening.setImplicitSsl(implicit);
    listening.setDataConnectionConfiguration(data.createDataConnectionConfiguration());
    listener = listening.createListener();
    FtpServerFactory factory = new FtpServerFactory();
    factory.addListener("default", listener);
    PropertiesUserManagerFactory users = new PropertiesUserManagerFactory();
    users.setPasswordEncryptor(new ClearTextPasswordEncryptor());
    factory.setUserManager(users.createUserManager());
    BaseUser user = new BaseUser();
    user.setName(USER);
    user.setPassword(PASSWORD);
    user.setHomeDirectory(files.toString());
    user.setAuthorities(List.of(new WritePermission()));
    server = factory.createServer();
    try {
      factory.getUserManager().save(user);
      server.start();
    } catch (FtpException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return listener.getPort();
  }

  @Override
  public void close() {
    server.stop();
  }
}
