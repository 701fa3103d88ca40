package org.dunlin.routes.road;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.dunlin.core.road.Road;

/** Says in a sentence what is wrong with a road, and what to do. */
final class RoadFailures {
  private static final int NOT_LOGGED_IN = 530;
  private static final int NO_SUCH = 550;
  private static final int MOST_CAUSES = 20;

  private RoadFailures() {}

  static String sentence(Throwable failure, Road road) {
    List<Throwable> causes = causes(failure);
    for (Throwable cause : causes.reversed()) { // the innermost says it best
      String known = known(cause, road);
      if (!known.isEmpty()) {
        return known;
      }
    }
    Throwable last = causes.getLast();
    String said = last.getMessage();
    return said == null || said.isBlank()
        ? "it broke off (" + last.getClass().getSimpleName() + ")."
        : said;
  }

  private static String known(Throwable cause, Road road) {
    return switch (cause) {
      case RefusedServer refused -> String.valueOf(refused.getMessage());
      case UnknownHostException none ->
          "There is no host " + road.needed("host") + "; check its name.";
      case ConnectException refused ->
          "The server " + road.server() + " refuses the connection; check host and port.";
      case SocketTimeoutException silent -> "The server " + road.server() + " does not answer.";
      case CertificateException wrong ->
          "The certificate of "
              + road.server()
              + " is not one to trust ("
              + wrong.getMessage()
              + "); where no known authority vouches for it, enter it as certificate.";
      case SSLException tls -> "TLS with " + road.server() + " fails: " + tls.getMessage() + ".";
      case AuthenticationFailedException auth -> signIn(road);
      case FolderNotFoundException folder ->
          "There is no folder " + road.setting("folder").orElse("") + " in the mailbox.";
      case JSchException ssh -> ssh(ssh, road);
      case SftpException sftp -> sftp(sftp, road);
      case GenericFileOperationFailedException ftp -> ftp(ftp, road);
      default -> "";
    };
  }

  private static String ssh(JSchException ssh, Road road) {
    String said = String.valueOf(ssh.getMessage());
    if (said.startsWith("Auth")) {
      return signIn(road);
    }
    if (said.startsWith("invalid privatekey")) {
      return "The private key cannot be read; enter the whole text of its file, and its"
          + " passphrase.";
    }
    return said.contains("timeout") ? "The server " + road.server() + " does not answer." : "";
  }

  private static String sftp(SftpException sftp, Road road) {
    String folder = road.setting("folder").orElse("");
    return switch (sftp.id) {
      case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
          "The server " + road.server() + " has no folder " + folder + ", or no such file in it.";
      case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
          "The server " + road.server() + " does not permit this to the user.";
      default -> "";
    };
  }

  private static String ftp(GenericFileOperationFailedException ftp, Road road) {
    return switch (ftp.getCode()) {
      case NOT_LOGGED_IN -> signIn(road);
      case NO_SUCH ->
          "The server " + road.server() + " says: " + String.valueOf(ftp.getReason()).strip() + ".";
      default -> "";
    };
  }

  private static String signIn(Road road) {
    return "The server "
        + road.server()
        + " does not let the user in; check user and "
        + (road.secret("privateKey").isPresent() ? "key." : "password.");
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    Throwable next = failure;
    while (next != null && causes.size() < MOST_CAUSES) {
      causes.add(next);
      next = next.getCause();
    }
    return causes;
  }
}
