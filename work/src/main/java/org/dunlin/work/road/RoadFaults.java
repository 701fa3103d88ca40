package org.dunlin.work.road;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.dunlin.core.port.PrivateKeyCheck;
import org.dunlin.core.road.HostKey;
import org.dunlin.core.road.RoadKind;
import org.dunlin.work.program.WrongSettings.Fault;

/** What is wrong with the settings of a road beside the form of each. */
final class RoadFaults {
  private static final int SHORTEST_WAIT_SECONDS = 10;
  private static final int DAY_SECONDS = 86_400;
  private static final int PORTS = 65_535;

  private final RoadKind kind;
  private final Map<String, String> open;
  private final Map<String, String> secrets;
  private final PrivateKeyCheck keys;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param open what counts of the settings that are no secrets
   * @param secrets those that are given or kept
   */
  private RoadFaults(
      RoadKind kind, Map<String, String> open, Map<String, String> secrets, PrivateKeyCheck keys) {
    this.kind = kind;
    this.open = open;
    this.secrets = secrets;
    this.keys = keys;
  }

  static List<Fault> of(
      RoadKind kind, Map<String, String> open, Map<String, String> secrets, PrivateKeyCheck keys) {
    RoadFaults all = new RoadFaults(kind, open, secrets, keys);
    if (kind == RoadKind.OUTGOING) {
      return OutgoingFaults.of(open);
    }
    if (kind == RoadKind.LETTERS) {
      return LettersForm.faults(open);
    }
    if (kind == RoadKind.AGENCY) {
      return AgencyForm.faults(open);
    }
    if (kind == RoadKind.DEBITS) {
      return DebitsForm.faults(open);
    }
    if (!kind.isLookedAt()) {
      return List.of();
    }
    all.whole("port", "Port", 1, PORTS);
    all.whole("every", "Looked at every … seconds", SHORTEST_WAIT_SECONDS, DAY_SECONDS);
    all.folders();
    all.access();
    return all.faults;
  }

  private void whole(String name, String label, int least, int most) {
    String text = open.getOrDefault(name, "");
    boolean fits = text.matches("[0-9]{1,6}");
    if (!fits || Integer.parseInt(text) < least || Integer.parseInt(text) > most) {
      add(name, label + " must be a whole number from " + least + " to " + most + ".");
    }
  }

  private void folders() {
    for (String name : List.of("folder", "done")) {
      if (List.of(open.getOrDefault(name, "").split("/")).contains("..")) {
        add(
            name,
            "A folder is named from where the user signs in, or from the root; without \"..\".");
      }
    }
    if (kind == RoadKind.MAILBOX) {
      Set<String> three = new TreeSet<>(List.of(open("folder"), open("taken"), open("unread")));
      if (three.size() < 3) {
        add("taken", "Mails come from one folder and are filed into two others; name three.");
      }
    }
  }

  private String open(String name) {
    return open.getOrDefault(name, "");
  }

  private void access() {
    switch (kind) {
      case SFTP -> {
        if (!secrets.containsKey("password") && !secrets.containsKey("privateKey")) {
          add("password", "A password or a private key is missing; fill in one of them.");
        }
        privateKey();
        if (HostKey.all(open("hostKey")).isEmpty()) {
          add(
              "hostKey",
              "This is no host key: a line of ssh-keyscan, such as \"ssh-ed25519 AAAA…\", or a"
                  + " fingerprint that begins with SHA256: is.");
        }
      }
      case FTPS, MAILBOX -> {
        if (!secrets.containsKey("password")) {
          add("password", "Password is missing; fill it in.");
        }
        certificate();
      }
      case UPLOAD, OUTGOING, LETTERS, AGENCY, DEBITS -> {}
    }
  }

  private void privateKey() {
    String key = secrets.getOrDefault("privateKey", "");
    if (!key.isBlank()) {
      keys.fault(key, secrets.getOrDefault("passphrase", "")).ifPresent(this::privateKey);
    }
  }

  private void privateKey(PrivateKeyCheck.Fault fault) {
    switch (fault) {
      case NO_KEY ->
          add(
              "privateKey",
              "This is no private key that can be read; enter the whole text of its file, from"
                  + " BEGIN to END, and not that of the public key.");
      case NO_PASSPHRASE -> add("passphrase", "The private key has a passphrase; enter it here.");
      case OTHER_PASSPHRASE ->
          add("passphrase", "The private key has another passphrase; enter that one.");
    }
  }

  private void certificate() {
    String pem = open("certificate");
    if (!pem.isBlank()) {
      try {
        CertificateFactory.getInstance("X.509")
            .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
      } catch (CertificateException e) {
        add("certificate", "This is no certificate: PEM text begins with BEGIN CERTIFICATE.");
      }
    }
  }

  private void add(String name, String sentence) {
    faults.add(new Fault(name, sentence));
  }
}
