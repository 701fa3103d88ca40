package org.dunlin.connectors.bank;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.dunlin.core.model.AccountId;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Names the entries of one statement, all its pages included, so that the same entry has the same
 * name in every statement that holds it, be they in one file or in several.
 */
public final class EntryNames {
  private static final int HASH_CHARACTERS = 20;

  /** A reference may end as names of ours do: of what comes again, and of parts of an entry. */
  private static final Pattern LIKE_OURS = Pattern.compile("/([0-9]+|reversal|charges)$");

  private final Occurrences occurrences;
  private final long statement;

  /** Entries of a statement come by their days, so most have that of the one before. */
  private @Nullable LocalDate day;

  private String dayText = "";

  /**
   * The names of one statement.
   *
   * @param occurrences of all names of the file
   * @param statement what its pages have in common, and no other statement of the file
   */
  public EntryNames(Occurrences occurrences, String statement) {
    this.occurrences = occurrences;
    this.statement = Occurrences.beginning(statement + "\n");
  }

  /**
   * The name by the bank's reference, of a bank that uses each only once. Where it comes again in
   * the statement, the ordinal makes the difference; a reversal that repeats the reference of what
   * it reverses is another entry. {@code K/2} as a reference is not the second {@code K}.
   */
  public String byReference(AccountId account, String reference, boolean reversal) {
    String own = LIKE_OURS.matcher(reference).replaceFirst("//$1");
    String name = account.key() + "/" + own + (reversal ? "/reversal" : "");
    int ordinal = ordinal(name);
    return ordinal == 1 ? name : name + "/" + ordinal;
  }

  /**
   * The name by account, dates, signed amount, content and the ordinal among equals of that day.
   *
   * @param content the other party and the words of the entry
   */
  public String byContent(
      AccountId account,
      LocalDate bookingDate,
      @Nullable LocalDate valueDate,
      Money signed,
      Content content) {
    String name =
        account.key()
            + "/"
            + text(bookingDate)
            + "/"
            + (valueDate == null ? "-" : text(valueDate))
            + "/"
            + signed.getAmount().toPlainString()
            + "/"
            + content.hash();
    return name + "/" + ordinal(name);
  }

  private String text(LocalDate date) {
    if (!date.equals(day)) {
      day = date;
      dayText = date.toString();
    }
    return dayText;
  }

  private int ordinal(String name) {
    return occurrences.count(statement, name);
  }

  /**
   * What an entry says, of which its name holds a hash. What goes in, and in which order, must
   * never change for a format: old entries would get new names.
   */
  public static final class Content {
    private static final MessageDigest EMPTY = sha256();

    private final MessageDigest digest = copy();

    /** Adds a part; one that is missing counts as empty. */
    public Content add(@Nullable String part) {
      if (part != null) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
      }
      digest.update((byte) 0);
      return this;
    }

    /** Adds a part that is in UTF-8 already. */
    public Content addUtf8(byte[] part) {
      digest.update(part);
      digest.update((byte) 0);
      return this;
    }

    private String hash() {
      return HexFormat.of().formatHex(digest.digest(), 0, HASH_CHARACTERS / 2);
    }

    /** A copy costs a third of asking for another one. */
    private static MessageDigest copy() {
      try {
        return (MessageDigest) EMPTY.clone();
      } catch (CloneNotSupportedException e) {
        return sha256();
      }
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has SHA-256", e);
      }
    }
  }
}
