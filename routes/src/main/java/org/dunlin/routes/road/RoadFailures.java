package org.dunlin.routes.road;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSchAlgoNegoFailException;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.SftpException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.EOFException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.camel.component.file.GenericFileOperationFailedException;
import org.apache.commons.net.MalformedServerReplyException;
import org.apache.commons.net.ftp.FTPConnectionClosedException;
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
    return "Looking at "
        + road.server()
        + " broke off ("
        + said(causes.getLast())
        + "); it is tried again. If it stays so, ask whoever keeps the server.";
  }

  /** In the words of client or server, which never hold a secret. */
  private static String said(Throwable failure) {
    String said = failure.getMessage();
    return said == null || said.isBlank()
        ? failure.getClass().getSimpleName()
        : said.strip().replaceAll("\\.$", "");
  }

  private static String known(Throwable cause, Road road) {
    return switch (cause) {
      case RefusedServer refused -> String.valueOf(refused.getMessage());
      case UnknownHostException none ->
          "There is no host " + road.needed("host") + "; check its name.";
      case ConnectException refused ->
          "The server " + road.server() + " refuses the connection; check host and port.";
      case NoRouteToHostException none ->
          "No way leads to " + road.server() + "; check host and port, and the network of the hub.";
      case SocketTimeoutException silent -> silent(road);
      case CertificateException wrong ->
          "The certificate of "
              + road.server()
              + " is not one to trust ("
              + said(wrong)
              + "); where no known authority vouches for it, enter it as certificate.";
      case SSLException tls ->
          "TLS with "
              + road.server()
              + " fails ("
              + said(tls)
              + "); check the port and the kind of TLS: the server may expect the other one.";
      case SocketException reset -> brokeOff(road);
      case EOFException end -> brokeOff(road);
      case FTPConnectionClosedException closed -> brokeOff(road);
      case MalformedServerReplyException other ->
          "What answers at "
              + road.server()
              + " is no FTP server; check host and port, and whether the server is an SFTP server.";
      case AuthenticationFailedException auth -> signIn(road);
      case FolderNotFoundException folder ->
          "There is no folder "
              + road.setting("folder").orElse("")
              + " in the mailbox at "
              + road.server()
              + "; enter one that is there.";
      case MessagingException mail when said(mail).contains("STARTTLS") ->
          "The server "
              + road.server()
              + " does not offer TLS on this port (STARTTLS), so it was told neither user nor"
              + " password; choose TLS from the first byte, mostly on port 993.";
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
    if (said.contains("closed by foreign host")) {
      return brokeOff(road);
    }
    if (ssh instanceof JSchAlgoNegoFailException) {
      return "The server "
          + road.server()
          + " and the hub have no way of encrypting in common ("
          + said
          + "); ask whoever keeps the server for a newer one.";
    }
    return said.contains("timeout") || said.contains("timed out") ? silent(road) : "";
  }

  private static String silent(Road road) {
    return "The server "
        + road.server()
        + " does not answer in time; check host and port, and whether a firewall is between it and"
        + " the hub.";
  }

  private static String brokeOff(Road road) {
    return "The server "
        + road.server()
        + " broke off the connection; check host, port and kind of server, and ask whoever keeps it"
        + " whether it lets the address of the hub in.";
  }

  private static String sftp(SftpException sftp, Road road) {
    String folder = road.setting("folder").orElse("");
    return switch (sftp.id) {
      case ChannelSftp.SSH_FX_NO_SUCH_FILE ->
          "The server "
              + road.server()
              + " has no folder "
              + folder
              + ", or no such file in it; check the folder.";
      case ChannelSftp.SSH_FX_PERMISSION_DENIED ->
          "The server "
              + road.server()
              + " does not permit this to the user; ask whoever keeps it for the right to read and"
              + " move files in the folder "
              + folder
              + ".";
      default -> "";
    };
  }

  private static String ftp(GenericFileOperationFailedException ftp, Road road) {
    return switch (ftp.getCode()) {
      case NOT_LOGGED_IN -> signIn(road);
      case NO_SUCH ->
          "The server "
              + road.server()
              + " says: "
              + String.valueOf(ftp.getReason()).strip().replaceAll("\\.$", "")
              + "; check the folder.";
      default -> "";
    };
  }

  private static String signIn(Road road) {
    return "The server "
        + road.server()
        + (road.secret("privateKey").isPresent()
            ? " does not let the user in; check user and key."
            : " does not let the user in; check user and password.");
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
