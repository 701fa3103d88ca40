package org.dunlin.routes.road;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.ftpserver.DataConnectionConfigurationFactory;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DataConnection;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpFile;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
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
  private final AtomicInteger cutAfter = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

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
    factory.setFtplets(new HashMap<>(Map.of("cut", new CutOnce()))); // which the server clears
    server = factory.createServer();
    try {
      factory.getUserManager().save(user);
      server.start();
    } catch (FtpException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The next file is cut off after so many bytes, and so is the line. */
  void cutAfter(int bytes) {
    cutAfter.set(bytes);
  }

  /** How often that has happened. */
  int cuts() {
    return cuts.get();
  }

  /** Sends the beginning of a file and hangs up. */
  private final class CutOnce extends DefaultFtplet {
    @Override
    public FtpletResult onDownloadStart(FtpSession session, FtpRequest request)
        throws FtpException, IOException {
      int most = cutAfter.getAndSet(0);
      if (most == 0) {
        return FtpletResult.DEFAULT;
      }
      byte[] begin;
      FtpFile file = session.getFileSystemView().getFile(request.getArgument());
      try (InputStream stream = file.createInputStream(0)) {
        begin = stream.readNBytes(most);
      }
      session.write(new DefaultFtpReply(FtpReply.REPLY_150_FILE_STATUS_OKAY, "here it comes"));
      try {
        DataConnection line = session.getDataConnection().openConnection();
        line.transferToClient(session, new ByteArrayInputStream(begin));
      } catch (IOException | FtpException e) {
        throw e;
      } catch (Exception e) { // as the server declares it
        throw new IllegalStateException(e);
      }
      session.getDataConnection().closeDataConnection();
      cuts.incrementAndGet();
      return FtpletResult.DISCONNECT;
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
