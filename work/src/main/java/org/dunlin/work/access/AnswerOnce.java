package org.dunlin.work.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dunlin.store.Digests;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.access.KeptAnswers.Kept;
import org.dunlin.store.secret.CallerKey;
import org.jspecify.annotations.Nullable;

/**
 * Has what a caller asks under a key of theirs carried out once, however often it comes: the answer
 * is kept for a day, in the database, so that neither a restart nor another process of the hub
 * forgets it. It is sealed with what the caller signs in with and the hub's key.
 */
public final class AnswerOnce {
  /** For how long an answer is kept, from when it was asked. */
  public static final Duration KEPT = Duration.ofDays(1);

  /** What has no answer after so long has none because the hub was stopped. */
  static final Duration LONGEST = Duration.ofMinutes(10);

  /** A larger answer is not kept, in bytes. */
  public static final int LARGEST = 256 << 10;

  private final Stores stores;
  private final Clock clock;

  /** Over these stores. */
  public AnswerOnce(Stores stores, Clock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /**
   * What a caller asks.
   *
   * @param caller who, as no other caller is known
   * @param credentials what they sign in with
   * @param key by which they know the request again
   * @param target method and address
   */
  public record Asked(String caller, String credentials, String key, String target) {
    @Override
    public String toString() {
      return "Asked[" + caller + " " + target + "]"; // never what they sign in with
    }
  }

  /** What is to be done. */
  public sealed interface Begun {
    /** It is to be carried out. */
    final class Now implements Begun {
      private final Asked asked;
      private final UUID turn;

      private Now(Asked asked, UUID turn) {
        this.asked = asked;
        this.turn = turn;
      }
    }

    /** It is being carried out. */
    record Running() implements Begun {}

    /** It began and never ended, since the hub was stopped. */
    record Unknown() implements Begun {}

    /** The key stands for another address. */
    record Other() implements Begun {}

    /** It was carried out, if the content is the same. */
    final class Before implements Begun {
      private final Kept kept;
      private final CallerKey key;
      private final int status;

      private Before(Kept kept, CallerKey key, int status) {
        this.kept = kept;
        this.key = key;
        this.status = status;
      }

      /** Whether it was the same content, by its SHA-256. */
      public boolean isOf(byte[] sha256) {
        byte[] body = kept.body();
        return body != null && MessageDigest.isEqual(body, content(key, sha256));
      }

      /** The status of the answer, as in HTTP. */
      public int status() {
        return status;
      }

      /** The answer; empty where it was not kept. */
      public Optional<KeptAnswer> answer() {
        byte[] sealed = kept.sealed();
        return sealed == null ? Optional.empty() : Optional.of(KeptAnswer.read(key.open(sealed)));
      }
    }
  }

  /** Begins what is asked, or says what is known of it. */
  public Begun begin(Asked asked) {
    List<CallerKey> keys = keys(asked);
    byte[] target = target(keys.getFirst(), asked);
    UUID turn = Ids.next();
    while (true) {
      boolean first =
          stores
              .transactions()
              .in(
                  () ->
                      stores
                          .keptAnswers()
                          .begin(asked.caller(), digest(asked), turn, target, KEPT));
      if (first) {
        return new Begun.Now(asked, turn);
      }
      Optional<Kept> kept = stores.keptAnswers().find(asked.caller(), digest(asked));
      if (kept.isPresent()) {
        return keys.stream()
            .filter(key -> MessageDigest.isEqual(kept.get().target(), target(key, asked)))
            .findFirst()
            .map(key -> known(kept.get(), key))
            .orElseGet(Begun.Other::new);
      }
    }
  }

  private Begun known(Kept kept, CallerKey key) {
    Integer status = kept.status();
    if (status != null) {
      return new Begun.Before(kept, key, status);
    }
    return kept.begunAt().plus(LONGEST).isBefore(clock.instant())
        ? new Begun.Unknown()
        : new Begun.Running();
  }

  /** Keeps what was answered, where it is not too large. */
  public void end(Begun.Now now, byte[] sha256, KeptAnswer answer) {
    byte[] sealed = answer.body().length > LARGEST ? null : key(now).seal(answer.written());
    end(now, sha256, answer.status(), sealed);
  }

  /** Keeps no more than that it was answered. */
  public void end(Begun.Now now, byte[] sha256, int status) {
    end(now, sha256, status, null);
  }

  private void end(Begun.Now now, byte[] sha256, int status, byte @Nullable [] sealed) {
    byte[] body = content(key(now), sha256);
    stores
        .transactions()
        .run(
            () ->
                stores
                    .keptAnswers()
                    .end(now.asked.caller(), digest(now.asked), now.turn, body, status, sealed));
  }

  /** Nothing was carried out: it may be asked again under the same key. */
  public void giveBack(Begun.Now now) {
    stores
        .transactions()
        .run(() -> stores.keptAnswers().giveBack(now.asked.caller(), digest(now.asked), now.turn));
  }

  private CallerKey key(Begun.Now now) {
    return keys(now.asked).getFirst();
  }

  private List<CallerKey> keys(Asked asked) {
    return stores.keptAnswers().keys(asked.credentials(), asked.caller(), asked.key());
  }

  private static byte[] target(CallerKey key, Asked asked) {
    return key.mark("target", asked.target().getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] content(CallerKey key, byte[] sha256) {
    return key.mark("content", sha256);
  }

  private static byte[] digest(Asked asked) {
    return Digests.sha256().digest(asked.key().getBytes(StandardCharsets.UTF_8));
  }
}
