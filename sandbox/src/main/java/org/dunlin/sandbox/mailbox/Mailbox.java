package org.dunlin.sandbox.mailbox;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * An SMTP server on a free loopback port that accepts mail for everybody and keeps the latest
 * {@value #KEPT}, one copy a recipient. It wants no password and speaks no TLS.
 */
public final class Mailbox implements AutoCloseable {
  static final int KEPT = 2000;

  private final Deque<Mail> mails = new ArrayDeque<>();
  private final Behaviour behaviour = new Behaviour();
  private final GreenMail server;
  private final Gate gate;
  private long arrived;
  private long handedOut;

  private Mailbox() throws IOException {
    server = new GreenMail(new ServerSetup(0, Loopback.NAME, ServerSetup.PROTOCOL_SMTP));
    server.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
    server.start();
    gate = new Gate(server.getSmtp().getPort(), behaviour, this::collect);
  }

  /**
   * Starts the server.
   *
   * @throws IOException when no port can be had
   */
  public static Mailbox open() throws IOException {
    return new Mailbox();
  }

  /** The loopback address at which it listens. */
  public String host() {
    return Loopback.NAME;
  }

  /** The port at which it listens; stays the same when connections are refused for a while. */
  public int port() {
    return gate.port();
  }

  /** The mails kept, oldest first. */
  public synchronized List<Mail> messages() {
    return List.copyOf(mails);
  }

  /** The mails that arrived since this was last asked, oldest first. */
  public synchronized List<Mail> newMessages() {
    long before = handedOut;
    handedOut = arrived;
    return mails.stream().filter(mail -> mail.id() > before).toList();
  }

  /** Answers every recipient of this address with 550 from now on. */
  public void refuseRecipient(String email) {
    behaviour.refuseRecipient(email);
  }

  /**
   * For the next so many mails: takes the whole mail, keeps it, and hangs up without an answer. The
   * sender cannot know what became of it.
   */
  public void hangUpAfterData(int mails) {
    behaviour.hangUpAfterData(mails);
  }

  /** Waits so long before each answer. */
  public void answerAfter(Duration delay) {
    behaviour.answerAfter(delay);
  }

  /**
   * Refuses connections until {@link #acceptConnections}; those that are open stay.
   *
   * @throws IOException when the port cannot be closed
   */
  public void refuseConnections() throws IOException {
    gate.shut();
  }

  /**
   * Accepts connections again, at the same port.
   *
   * @throws IOException when the port was taken by another program
   */
  public void acceptConnections() throws IOException {
    gate.open();
  }

  /**
   * Ends every misbehaviour.
   *
   * @throws IOException when the port was taken by another program
   */
  public void behave() throws IOException {
    behaviour.behave();
    acceptConnections();
  }

  @Override
  public void close() throws IOException {
    gate.close();
    server.stop();
  }

  /** Takes what has arrived over from the server, which would keep it for ever. */
  private synchronized void collect() {
    for (GreenMailUser user : server.getUserManager().listUser()) {
      try {
        MailFolder inbox = server.getManagers().getImapHostManager().getInbox(user);
        for (StoredMessage message : inbox.getMessages()) {
          keep(user, message);
          Flags deleted = new Flags(Flags.Flag.DELETED);
          inbox.setFlags(deleted, true, message.getUid(), null, false);
        }
        inbox.expunge();
      } catch (FolderException e) {
        throw new IllegalStateException("the inbox of a user is always there", e);
      }
    }
  }

  private void keep(GreenMailUser user, StoredMessage message) {
    arrived++;
    mails.addLast(
        MailReader.read(
            arrived,
            message.getReceivedDate().toInstant(),
            user.getEmail().toLowerCase(Locale.ROOT),
            message.getMimeMessage()));
    if (mails.size() > KEPT) {
      mails.removeFirst();
    }
  }
}
